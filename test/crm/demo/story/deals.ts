import type { Stage, ToldActivity, ToldDeal } from '../story.ts';
import type { Clock } from './clock.ts';
import { booked, connected, due, mail, meeting, note, reply, task, unanswered } from './deeds.ts';
import { thanks } from './messages.ts';

type Step = [to: Stage, at: number];
type Rest = Partial<ToldDeal> & Pick<ToldDeal, 'amount' | 'closeDate'>;

/** A deal is created with its first step; `owner` makes all of them. */
function deal(
  key: string,
  name: string,
  company: string,
  owner: string,
  steps: Step[],
  rest: Rest,
  activities: ToldActivity[] = [],
): ToldDeal {
  const createdAt = steps[0]?.[1] ?? 0;
  return {
    key,
    name,
    company,
    owner,
    createdAt,
    createdBy: owner,
    source: 'Web',
    type: 'New Business',
    people: [],
    stages: steps.map(([to, at]) => ({ to, at, by: owner })),
    activities,
    ...rest,
  };
}

export function deals({ back, ahead, day }: Clock): ToldDeal[] {
  return [
    deal(
      'oconnell',
      "O'Connell roofing: site surveys",
      "O'Connell & Daughters Roofing",
      'mara',
      [
        ['appointment', back(8, '14:50')],
        ['qualified', back(7, '09:15')],
        ['presented', back(3, '16:20')],
        ['contract', back(1, '11:05')],
      ],
      {
        amount: 18_400,
        closeDate: day(6),
        nextStep: 'Sign on Thursday',
        people: ["Sean O'Connell", "Aoife O'Connell"],
      },
      [
        mail(
          back(7, '09:30'),
          'mara',
          'What we agreed, and the next step',
          'Hi Sean,\n\nas agreed: two crews, one office, start in spring. You wanted to see the survey report, it is attached.\n\nCan we speak on Tuesday at 10:00?\n\nBest,\nMara Ellison\nNorthlight Instruments',
        ),
        reply(back(6, '13:40'), 'Re: What we agreed, and the next step', thanks('Mara', 'Sean')),
        meeting(back(3, '15:00'), 'mara', 'Presentation for both crews', 60),
        connected(back(2, '10:35'), 'mara', 'Questions about the contract', 22),
        mail(back(1, '11:10'), 'mara', 'The contract'),
        note(back(2, '11:00'), 'mara', 'Aoife wants a monthly plan instead of a yearly one.', true),
        booked(ahead(2, '10:00'), 'mara', 'Sign the contract'),
        due(ahead(1, '12:00'), 'mara', 'Ask legal about the notice period'),
      ],
    ),
    deal(
      'soehne',
      '<b>Ada</b> & Söhne: Prüfstand',
      '<b>Ada</b> & Söhne',
      'jonah',
      [
        ['appointment', back(40, '10:20')],
        ['qualified', back(33, '15:00')],
        ['presented', back(21, '11:30')],
      ],
      { amount: 42_750.5, closeDate: day(15), source: 'Referral', people: ['Ada <i>Söhnlein</i>'] },
      [
        connected(back(40, '10:00'), 'jonah', 'First call', 18),
        meeting(back(33, '14:00'), 'jonah', 'On-site visit', 90),
        mail(back(21, '12:00'), 'jonah', 'Slides <3'),
        unanswered(back(14, '16:10'), 'jonah', 'How was the presentation?', 'voicemail'),
        due(back(4, '12:00'), 'jonah', 'Call again'),
      ],
    ),
    deal(
      'nilgiri',
      'नीलगिरी उपकरण: २० सेंसर',
      'नीलगिरी उपकरण',
      'wei',
      [
        ['appointment', back(5, '10:15')],
        ['qualified', back(2, '08:45')],
      ],
      { amount: 61_000, closeDate: day(30), people: ['आरती देशमुख'], nextStep: 'Price list in rupees' },
      [
        mail(back(4, '08:30'), 'wei', 'धन्यवाद'),
        reply(back(3, '07:50'), 'Re: धन्यवाद'),
        due(ahead(2, '12:00'), 'wei', 'Send the price list in rupees'),
      ],
    ),
    deal(
      'halden',
      'Halden Marine: sensor renewal',
      'Halden Marine',
      'mara',
      [
        ['appointment', back(60, '09:00')],
        ['contract', back(48, '10:10')],
        ['won', back(31, '16:42')],
      ],
      {
        amount: 27_900,
        closeDate: day(-31),
        type: 'Existing Business',
        source: 'Partner',
        people: ['Ingrid Halden'],
      },
      [
        connected(back(58, '11:00'), 'mara', 'Renewal call', 25),
        mail(back(48, '10:20'), 'mara', 'Renewal offer'),
        reply(back(32, '09:12'), 'Re: Renewal offer'),
        task(back(31, '12:00'), 'mara', 'Send the countersigned copy'),
      ],
    ),
    deal(
      'quarry',
      'Quarry Street School: lab kit',
      'Quarry Street School',
      'priya',
      [
        ['appointment', back(52, '13:30')],
        ['qualified', back(45, '09:40')],
        ['lost', back(12, '17:05')],
      ],
      { amount: 9_800, closeDate: day(-12), people: ['Dele Okafor', 'Hannah Voss'] },
      [
        meeting(back(45, '09:00'), 'priya', 'Visit to the lab'),
        unanswered(back(20, '10:00'), 'priya', 'Decision?'),
        mail(back(12, '16:50'), 'priya', 'Sorry to see you go'),
      ],
    ),
    deal(
      'solana',
      'Solana Clinics: 12 sites',
      'Solana Clinics',
      'priya',
      [['appointment', back(4, '10:00')]],
      {
        amount: 120_000,
        closeDate: day(45),
        source: 'Partner',
        people: ['Beatriz Camacho', 'Luis Prado', 'Dr. Inés Vidal'],
        nextStep: 'First appointment',
      },
      [booked(ahead(3, '15:00'), 'priya', 'First appointment')],
    ),
    deal(
      'tern',
      'Tern Analytics: pilot',
      'Tern Analytics',
      'tomas',
      [
        ['appointment', back(90, '11:10')],
        ['qualified', back(75, '14:00')],
        ['presented', back(70, '10:00')],
        ['decision', back(55, '12:15')],
      ],
      { amount: 15_000, closeDate: day(-5), people: ['Yusuf Demir'] },
      [
        meeting(back(70, '09:00'), 'tomas', 'Presentation'),
        mail(back(54, '09:00'), 'tomas', 'Anything else you need?'),
        due(back(30, '12:00'), 'tomas', 'Follow up'),
      ],
    ),
    deal(
      'bright',
      'Brightmoor Dairy: upgrade',
      'Brightmoor Dairy',
      'jonah',
      [
        ['appointment', back(26, '09:30')],
        ['presented', back(19, '10:30')],
        ['won', back(9, '15:55')],
      ],
      { amount: 33_200, closeDate: day(-9), type: 'Existing Business', people: ['Caleb Thorn'] },
      [
        connected(back(26, '09:00'), 'jonah', 'They need more sensors', 12),
        meeting(back(19, '10:00'), 'jonah', 'Presentation'),
        mail(back(10, '11:20'), 'jonah', 'Order form'),
        reply(back(9, '15:30'), 'Re: Order form'),
      ],
    ),
    deal(
      'mriya',
      'Мрія Логістика: трекери',
      'Мрія Логістика',
      'priya',
      [['appointment', back(2, '15:00')]],
      { closeDate: day(60), people: ['Олена Коваль'] },
      [unanswered(back(1, '14:20'), 'priya', 'First call about the trackers')],
    ),
    deal(
      'linden',
      'Linden & Sons Timber',
      'Linden & Sons Timber',
      'wei',
      [
        ['appointment', back(300, '10:00')],
        ['qualified', back(280, '10:30')],
        ['presented', back(262, '14:00')],
        ['contract', back(240, '09:20')],
        ['won', back(225, '16:00')],
      ],
      { amount: 54_000, closeDate: day(-225), people: ['Petra Linden'] },
      [
        connected(back(299, '10:00'), 'wei', 'First call', 15),
        meeting(back(262, '13:00'), 'wei', 'Presentation', 60),
        mail(back(240, '09:30'), 'wei', 'The contract'),
      ],
    ),
    deal(
      'copper',
      'Copperline Transit: depot two',
      'Copperline Transit',
      'mara',
      [
        ['appointment', back(18, '10:40')],
        ['qualified', back(15, '09:25')],
        ['presented', back(6, '13:45')],
        ['decision', back(2, '10:00')],
      ],
      {
        amount: 76_300,
        closeDate: day(12),
        people: ['Farah Aziz', 'Ben Sorel'],
        nextStep: 'Board decides on Monday',
      },
      [
        connected(back(18, '10:10'), 'mara', 'Depot two is planned', 20),
        meeting(back(15, '09:00'), 'mara', 'First appointment'),
        mail(back(9, '16:30'), 'mara', 'Agenda for the presentation'),
        meeting(back(6, '13:00'), 'mara', 'Presentation to the board', 50),
        reply(back(5, '08:20'), 'Thank you for yesterday'),
        connected(back(2, '09:40'), 'mara', 'The board likes it', 8),
        due(ahead(4, '12:00'), 'mara', 'Call after the board meeting'),
      ],
    ),
    deal(
      'vesper',
      'Vesper Hotels: energy meters',
      'Vesper Hotels',
      'tomas',
      [
        ['appointment', back(35, '12:00')],
        ['lost', back(25, '09:30')],
      ],
      { amount: 22_000, closeDate: day(-25), source: 'Trade Show', people: ['Nils Aker'] },
      [unanswered(back(33, '10:00'), 'tomas', 'Intro call'), mail(back(30, '17:45'), 'tomas', 'Brochure')],
    ),
    deal(
      'pike',
      'Pike Street Brewing: tank sensors',
      'Pike Street Brewing',
      'jonah',
      [
        ['appointment', back(11, '15:10')],
        ['qualified', back(6, '11:00')],
      ],
      { amount: 8_650, closeDate: day(20), people: ['Maya Pike'] },
      [
        connected(back(11, '14:50'), 'jonah', 'Tank sensors', 16),
        mail(back(6, '11:30'), 'jonah', 'Data sheets'),
        booked(ahead(1, '14:00'), 'jonah', 'Demo of the tank sensor'),
      ],
    ),
    deal(
      'orchard',
      'Orchard Lane Clinic: starter',
      'Orchard Lane Clinic',
      'wei',
      [
        ['appointment', back(7, '08:30')],
        ['contract', back(3, '09:00')],
      ],
      { amount: 4_990, closeDate: day(3), people: ['Grace Muturi'] },
      [
        mail(back(7, '09:00'), 'wei', 'Starter kit'),
        reply(back(4, '18:05'), 'Re: Starter kit'),
        mail(back(3, '09:10'), 'wei', 'Offer'),
      ],
    ),
  ];
}
