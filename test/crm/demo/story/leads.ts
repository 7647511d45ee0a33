import type { ToldLead } from '../story.ts';
import { type Clock, DAY, HOUR, MINUTE } from './clock.ts';
import {
  autoReply,
  booked,
  bounced,
  connected,
  due,
  form,
  mail,
  meeting,
  note,
  reply,
  task,
  unanswered,
} from './deeds.ts';
import { goodFirstMail, plainFirstMail, thanks } from './messages.ts';

type Person = Pick<ToldLead, 'key' | 'name' | 'company' | 'title' | 'email' | 'phone' | 'source'> &
  Partial<ToldLead>;

/** A lead that came in at `createdAt` and went to `owner` at once; what differs stands in `rest`. */
const lead = (createdAt: number, owner: string, rest: Person): ToldLead => ({
  status: 'working',
  owner,
  createdAt,
  createdBy: rest.source === 'Web' ? 'web' : owner,
  owners: [{ to: owner, at: createdAt, by: 'web' }],
  activities: [],
  truth: { firstTouchAt: null, attempts: 0, contactAt: null },
  ...rest,
});

const mailOf = (name: string, host: string): string => `${name}@${host}.example`;

export function leads({ ago, back, ahead }: Clock): ToldLead[] {
  const noor = ago(3 * MINUTE);
  const olivier = ago(2 * HOUR);
  const greta = ago(10 * DAY);
  const sean = back(12, '10:12');
  const ada = back(6, '14:05');
  const aarti = back(9, '09:20');
  const olena = back(4, '16:40');
  const layla = back(15, '11:30');
  const bea = back(8, '13:15');
  const tobias = back(5, '10:50');
  const marcus = back(32, '15:25');
  const ruth = back(3, '09:02');
  return [
    // Waiting for three minutes: nobody has answered.
    lead(noor, 'mara', {
      key: 'noor',
      name: 'Noor Haddad',
      company: 'Kestrel Bakery Supply',
      title: 'Head of Purchasing',
      email: mailOf('noor', 'kestrelbakery'),
      phone: '+1 555 010 0142',
      source: 'Web',
      rating: 'Hot',
      status: 'new',
      activities: [form(noor, 'Request a demo')],
    }),
    // Waiting for two hours: an automatic reply is no answer.
    lead(olivier, 'mara', {
      key: 'olivier',
      name: "Olivier D'Aubigné",
      company: 'Halcyon Freight',
      title: 'Operations Director',
      email: mailOf('olivier', 'halcyonfreight'),
      phone: '+1 555 010 0177',
      source: 'Web',
      rating: 'Hot',
      status: 'new',
      activities: [form(olivier, 'Talk to sales'), autoReply(olivier + MINUTE)],
    }),
    // Untouched for ten days.
    lead(greta, 'tomas', {
      key: 'greta',
      name: 'Greta Sandvik',
      company: 'Fjordline Packaging',
      title: 'Plant Manager',
      email: mailOf('greta', 'fjordline'),
      phone: '+1 555 010 0103',
      source: 'Trade Show',
      rating: 'Warm',
      status: 'new',
    }),
    // As it should be: answered in four minutes, by name, followed up, won over.
    lead(sean, 'mara', {
      key: 'sean',
      name: "Sean O'Connell",
      company: "O'Connell & Daughters Roofing",
      title: 'Owner',
      email: mailOf('sean', 'oconnellroofing'),
      phone: '+1 555 010 0119',
      source: 'Web',
      rating: 'Hot',
      status: 'converted',
      deal: 'oconnell',
      activities: [
        form(sean, 'Request a demo'),
        mail(
          sean + 4 * MINUTE,
          'mara',
          'Your request for a demo, Sean',
          goodFirstMail('Sean', 'the site surveys of your roofing crews', 'Mara Ellison'),
        ),
        unanswered(back(12, '15:30'), 'mara', 'Call after the demo request', 'voicemail'),
        mail(back(11, '09:05'), 'mara', 'Two times that would work'),
        reply(back(11, '11:48'), 'Re: Two times that would work', thanks('Mara', 'Sean')),
        connected(back(10, '10:00'), 'mara', 'Call to agree the agenda', 14),
        meeting(back(8, '14:00'), 'mara', 'First appointment: walk through the product', 45),
        note(
          back(8, '15:10'),
          'mara',
          'Two crews, one office. Decides together with his daughter Aoife.',
          true,
        ),
      ],
      truth: { firstTouchAt: sean + 4 * MINUTE, attempts: 3, contactAt: back(11, '11:48') },
    }),
    lead(ada, 'jonah', {
      key: 'ada',
      name: 'Ada <i>Söhnlein</i>',
      company: '<b>Ada</b> & Söhne',
      title: 'Managing "Partner"',
      email: mailOf('ada', 'ada-soehne'),
      phone: '+1 555 010 0161',
      source: 'Referral',
      rating: 'Hot',
      activities: [
        connected(ada + 38 * MINUTE, 'jonah', 'Intro call <script>alert(1)</script>', 9),
        mail(ada + 65 * MINUTE, 'jonah', 'What we spoke about', plainFirstMail),
        booked(ahead(1, '10:30'), 'jonah', 'Product walk-through'),
      ],
      truth: { firstTouchAt: ada + 38 * MINUTE, attempts: 1, contactAt: ada + 38 * MINUTE },
    }),
    lead(aarti, 'wei', {
      key: 'aarti',
      name: 'आरती देशमुख',
      company: 'नीलगिरी उपकरण',
      title: 'क्रय प्रबंधक',
      email: mailOf('aarti', 'nilgiri'),
      phone: '+1 555 010 0128',
      source: 'Web',
      rating: 'Warm',
      activities: [
        form(aarti, 'Download: buyer’s guide'),
        mail(aarti + 55 * MINUTE, 'wei', 'Your download'),
        reply(back(7, '08:15'), 'Re: Your download'),
        meeting(back(5, '09:00'), 'wei', 'Online meeting with the purchasing team', 60),
        due(ahead(2, '12:00'), 'wei', 'Send the price list in rupees'),
      ],
      truth: { firstTouchAt: aarti + 55 * MINUTE, attempts: 1, contactAt: back(7, '08:15') },
    }),
    lead(olena, 'priya', {
      key: 'olena',
      name: 'Олена Коваль',
      company: 'Мрія Логістика',
      title: 'Керівниця відділу',
      email: mailOf('olena', 'mriya'),
      phone: '+1 555 010 0150',
      source: 'Web',
      rating: 'Warm',
      activities: [
        form(olena, 'Talk to sales'),
        autoReply(olena + MINUTE),
        unanswered(back(3, '09:10'), 'priya', 'First call'),
        unanswered(back(2, '14:20'), 'priya', 'Second call', 'voicemail'),
        due(ahead(1, '12:00'), 'priya', 'Third call'),
      ],
      truth: { firstTouchAt: back(3, '09:10'), attempts: 2, contactAt: null },
    }),
    // Late, and given up after two attempts.
    lead(layla, 'tomas', {
      key: 'layla',
      name: 'ليلى منصور',
      company: 'Cedar & Salt Imports',
      title: 'Buyer',
      email: mailOf('layla', 'cedarsalt'),
      phone: '+1 555 010 0188',
      source: 'Web',
      rating: 'Warm',
      activities: [
        form(layla, 'Talk to sales'),
        mail(back(13, '16:45'), 'tomas', 'Your enquiry', plainFirstMail),
        unanswered(back(11, '10:20'), 'tomas', 'Follow-up call'),
        due(back(6, '12:00'), 'tomas', 'Try again'),
      ],
      truth: { firstTouchAt: back(13, '16:45'), attempts: 2, contactAt: null },
    }),
    // Lay with the wrong rep for three days.
    lead(bea, 'priya', {
      key: 'bea',
      name: 'Beatriz Camacho',
      company: 'Solana Clinics',
      title: 'Chief of Staff',
      email: mailOf('bea', 'solanaclinics'),
      phone: '+1 555 010 0136',
      source: 'Partner',
      rating: 'Warm',
      createdBy: 'jonah',
      owners: [
        { to: 'jonah', at: bea, by: 'web' },
        { to: 'priya', at: back(5, '09:30'), by: 'mara' },
      ],
      activities: [
        connected(back(5, '10:10'), 'priya', 'First call', 11),
        mail(
          back(5, '10:45'),
          'priya',
          'Notes from our call, and what happens next',
          goodFirstMail('Beatriz', 'the waiting times at your clinics', 'Priya Raman'),
        ),
      ],
      truth: { firstTouchAt: back(5, '10:10'), attempts: 1, contactAt: back(5, '10:10') },
    }),
    // The first mail came back, so the clock went on.
    lead(tobias, 'jonah', {
      key: 'tobias',
      name: 'Tobias Krüger',
      company: 'Krüger Fördertechnik',
      title: 'Technical Lead',
      email: mailOf('tobias', 'krueger-foerdertechnik'),
      phone: '+1 555 010 0115',
      source: 'Web',
      rating: 'Hot',
      activities: [
        form(tobias, 'Request a demo'),
        bounced(tobias + 12 * MINUTE, 'jonah', 'Your request for a demo'),
        unanswered(tobias + 3 * HOUR, 'jonah', 'Call, because the mail came back'),
      ],
      truth: { firstTouchAt: tobias + 3 * HOUR, attempts: 1, contactAt: null },
    }),
    // Five attempts, never reached.
    lead(marcus, 'wei', {
      key: 'marcus',
      name: 'Marcus Bell',
      company: 'Bellweather Print',
      title: 'Office Manager',
      email: mailOf('marcus', 'bellweather'),
      phone: '+1 555 010 0199',
      source: 'Purchased List',
      rating: 'Cold',
      status: 'dropped',
      activities: [
        unanswered(back(31, '10:00'), 'wei', 'First call'),
        unanswered(back(29, '15:15'), 'wei', 'Second call', 'voicemail'),
        mail(back(27, '09:40'), 'wei', 'Worth a word?'),
        unanswered(back(22, '11:05'), 'wei', 'Third call'),
        mail(back(18, '08:55'), 'wei', 'Closing the file'),
        task(back(17, '12:00'), 'wei', 'Close the lead'),
      ],
      truth: { firstTouchAt: back(31, '10:00'), attempts: 5, contactAt: null },
    }),
    lead(ruth, 'mara', {
      key: 'ruth',
      name: 'Ruth Abernathy',
      company: 'Abernathy Tutors',
      title: 'Director',
      email: mailOf('ruth', 'abernathytutors'),
      phone: '+1 555 010 0170',
      source: 'Web',
      rating: 'Hot',
      activities: [
        form(ruth, 'Request a demo'),
        unanswered(ruth + 7 * MINUTE, 'mara', 'First call', 'voicemail'),
        mail(
          ruth + 25 * MINUTE,
          'mara',
          'I just tried to call you',
          goodFirstMail('Ruth', 'scheduling forty tutors', 'Mara Ellison'),
        ),
        due(back(1, '12:00'), 'mara', 'Call Ruth again'),
      ],
      truth: { firstTouchAt: ruth + 7 * MINUTE, attempts: 2, contactAt: null },
    }),
  ];
}
