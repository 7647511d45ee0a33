# Fills a fresh database with a known history. Runs in the server's own shell, which gives `env`; everything is
# made by the CRM's own code, and moved to its own time in the tables afterwards, where that code has no say.
# A time is written `(days ago, "hh:mm")`, UTC. truth.sql says afterwards what really stands in the database.
from datetime import datetime, timedelta

TODAY = datetime.utcnow().replace(hour=0, minute=0, second=0, microsecond=0)


def moment(when):
    days, clock = when
    hours, minutes = clock.split(":")
    return TODAY - timedelta(days=days) + timedelta(hours=int(hours), minutes=int(minutes))


# --- People, language, settings ---------------------------------------------------------------------------------

env["ir.cron"].search([]).active = False
env.ref("base.group_user").implied_ids |= env.ref("crm.group_use_lead")
env.company.name = "Northwind Ladders"
everything = env.ref("sales_team.group_sale_salesman_all_leads")
admin = env.ref("base.user_admin")
admin.write({"name": "Ada Admin", "email": "ada@northwind.example"})
admin.group_ids |= env.ref("sales_team.group_sale_manager")


def user(name, login, lang="en_US", zone="UTC"):
    return env["res.users"].with_context(no_reset_password=True).create({
        "name": name, "login": login, "password": login, "lang": lang, "tz": zone,
        "email": login + "@northwind.example", "group_ids": [(6, 0, [env.ref("base.group_user").id, everything.id])],
    })


priya = user("Priya Natarajan", "priya")
tomas = user("Tomás O'Neill", "tomas")
otto = user("Otto Left", "otto")
jutta = user("Jutta Weiß", "jutta", "de_DE", "Europe/Berlin")
amal = user("أمل حداد", "amal", "ar_001", "Africa/Cairo")
users = admin | priya | tomas | jutta | otto | amal
users.notification_type = "inbox"
admin.tz = "UTC"

new, qualified, proposition, won = (env.ref("crm.stage_lead%d" % n) for n in (1, 2, 3, 4))
kinds = {k: env.ref("mail.mail_activity_data_" + k) for k in ("call", "meeting", "todo", "email")}
sources = {n: env["utm.source"].create({"name": n}) for n in ("Demo request", "Trade fair", "Bought list")}


def company(name, contact, email):
    firm = env["res.partner"].create({"name": name, "is_company": True})
    return env["res.partner"].create({"name": contact, "email": email, "parent_id": firm.id})


# --- One verb for each thing that can happen to a record ------------------------------------------------------

QUIET = {"mail_notify_force_send": False, "mail_create_nosubscribe": True, "mail_activity_quick_update": True,
         "mail_auto_subscribe_no_notify": True}


class Story:
    """A record and what happens to it, one line each."""

    def __init__(self, when, **values):
        creator = values.pop("by", admin)
        self.record = env["crm.lead"].with_user(creator).with_context(**QUIET).create(values).with_user(admin)
        self.settle(set(), when)
        env.cr.execute("update crm_lead set create_date = %s where id = %s", (moment(when), self.record.id))
        env.invalidate_all()

    def settle(self, before, when):
        """Moves every message that was not there before to its time. Tracking is written when hooks run."""
        env.flush_all()
        env.cr.precommit.run()
        env.flush_all()
        env.invalidate_all()
        fresh = [m for m in self.record.message_ids.ids if m not in before]
        if fresh:
            env.cr.execute("update mail_message set date = %s, create_date = %s where id in %s",
                           (moment(when), moment(when), tuple(fresh)))
        env.invalidate_all()
        return env["mail.message"].browse(fresh)

    def act(self, when, deed):
        before = set(self.record.message_ids.ids)
        env.flush_all()
        deed()
        return self.settle(before, when)

    def as_user(self, who):
        return self.record.with_user(who).with_context(**QUIET)

    def mail_in(self, when, body, subject=None, sender=None):
        """As the mail gateway files it: from the customer, or from an address that nobody knows."""
        customer = self.record.partner_id
        self.act(when, lambda: self.record.with_context(**QUIET).message_post(
            body=body, subject=subject, message_type="email", subtype_xmlid="mail.mt_comment", body_is_html=True,
            author_id=False if sender else customer.id, email_from=sender or customer.email_formatted))
        return self

    def mail_out(self, when, who, body, subject=None, bounced=False):
        """`Send message` in the chatter: a message with a notification for the customer."""
        sent = self.act(when, lambda: self.as_user(who).message_post(
            body=body, subject=subject, message_type="comment", subtype_xmlid="mail.mt_comment", body_is_html=True,
            partner_ids=self.record.partner_id.ids))
        sent.notification_ids.write({"notification_status": "bounce" if bounced else "sent",
                                     "failure_type": "mail_bounce" if bounced else False})
        return self

    def auto_reply(self, when, body):
        self.act(when, lambda: self.record.with_context(**QUIET).message_post(
            body=body, message_type="auto_comment", subtype_xmlid="mail.mt_comment", body_is_html=True))
        return self

    def note(self, when, who, body):
        self.act(when, lambda: self.as_user(who).message_post(
            body=body, message_type="comment", subtype_xmlid="mail.mt_note", body_is_html=True))
        return self

    def did(self, when, kind, who, summary=None, feedback=None, planned_for=None):
        """An activity that was planned and then marked done; somebody else may have been meant to do it."""
        activity = self.record.with_context(**QUIET).activity_schedule(
            activity_type_id=kinds[kind].id, summary=summary, user_id=(planned_for or who).id,
            date_deadline=moment(when).date())
        self.act(when, lambda: activity.with_user(who)._action_done(feedback=feedback))
        return self

    def plan(self, in_days, kind, who, summary=None):
        self.record.with_context(**QUIET).activity_schedule(
            activity_type_id=kinds[kind].id, summary=summary, user_id=who.id,
            date_deadline=(TODAY + timedelta(days=in_days)).date())
        return self

    def change(self, when, who, **values):
        def deed():
            self.record._track_set_author(who.partner_id)
            self.as_user(who).write(values)
        self.act(when, deed)
        return self

    def close(self, when, who, deed):
        def as_who():
            self.record._track_set_author(who.partner_id)
            deed(self.as_user(who))
        self.act(when, as_who)
        env.cr.execute("update crm_lead set date_closed = %s where id = %s", (moment(when), self.record.id))
        return self

    def lost(self, when, who, reason):
        return self.close(when, who, lambda record: record.action_set_lost(lost_reason_id=reason.id))

    def won(self, when, who):
        return self.close(when, who, lambda record: record.action_set_won())

    def archive(self, when, who):
        return self.close(when, who, lambda record: record.write({"active": False}))


def deal(when, name, customer, owner, amount, **more):
    return Story(when, type="opportunity", name=name, partner_id=customer.id, user_id=owner.id,
                 expected_revenue=amount, stage_id=new.id, **more)


def lead(when, name, owner=None, **more):
    return Story(when, type="lead", name=name, user_id=owner.id if owner else False, **more)


# --- What happened ----------------------------------------------------------------------------------------------

maria = company("Bergmann GmbH", "Maria Bergmann", "maria@bergmann.example")
lee = company("Lee & Sons", "Lee Park", "lee@leesons.example")
sofia = company("Sofía Tejados SA", "Sofía Reyes", "sofia@tejados.example")
too_expensive = env["crm.lost.reason"].create({"name": "Too expensive"})

(deal((61, "08:15"), "Roof ladders for 12 branches", maria, priya, 12300.5, probability=35,
      date_deadline=(TODAY + timedelta(days=30)).date(), source_id=sources["Demo request"].id)
    .mail_in((60, "09:02"), "<p>Could you send a quote for 12 ladders?</p>", "Question about pricing")
    .mail_out((60, "09:41"), priya, "<p>Dear Maria, thank you. Which height do you need?</p><p>Priya</p>", "Re: Question about pricing")
    .did((58, "10:30"), "call", priya, "Discovery call", "Budget confirmed.")
    .note((58, "10:45"), priya, "<p>They compare us with a rival.</p>")
    .change((57, "11:00"), priya, stage_id=qualified.id)
    .did((50, "13:00"), "meeting", priya, "Demo on site", "Showed the long one.")
    .did((44, "07:55"), "email", tomas, "Send the proposal", "Sent version 2.", planned_for=priya)
    .change((44, "08:05"), tomas, stage_id=proposition.id, expected_revenue=11800)
    .mail_in((2, "16:20"), "<p>We will decide next week.</p>", "Re: proposal")
    .plan(3, "call", priya, "Ask for the decision").plan(-2, "todo", tomas, "Check the credit limit").plan(0, "email", priya)
    .plan(1, "meeting", priya, "Visit").plan(-1, "call", priya).plan(700, "todo", jutta, "Renewal talk"))

(deal((75, "06:30"), "Scaffold rental", lee, tomas, 4800, date_deadline=(TODAY - timedelta(days=20)).date())
    .mail_out((74, "12:00"), tomas, "<p>Hello Lee, here is our offer.</p>", "Offer", bounced=True)
    .did((73, "12:10"), "call", tomas)
    .change((70, "09:00"), tomas, stage_id=qualified.id)
    .change((40, "09:00"), tomas, stage_id=new.id)
    .change((30, "09:00"), jutta, user_id=jutta.id)
    .change((25, "15:45"), jutta, stage_id=proposition.id)
    .won((21, "17:59"), jutta))

(deal((33, "22:05"), "Spare rungs", sofia, priya, 0)
    .did((31, "10:00"), "todo", priya, "Price list")
    .change((30, "10:00"), priya, stage_id=qualified.id)
    .lost((12, "14:00"), priya, too_expensive))

# One that was lost and came back, and the same name twice: only the address tells the two apart.
(deal((90, "10:00"), "Annual inspection", maria, priya, 900)
    .lost((80, "10:00"), priya, too_expensive)
    .change((70, "10:00"), priya, active=True, stage_id=qualified.id))
deal((5, "10:00"), "Annual inspection", sofia, jutta, 2000000)

# A long history, so that its page has to be asked for more.
long = deal((120, "08:00"), "Framework contract", lee, jutta, 64250.75)
for day in range(100, 58, -1):
    long.note((day, "08:%02d" % (day % 60)), jutta if day % 3 else priya, "<p>Day %d.</p>" % day)

(lead((9, "07:05"), "<b>Ada</b> & Söhne", priya, partner_name="Ada & Söhne KG", contact_name="Ada <Lovelace>",
      email_from="ada@soehne.example", source_id=sources["Trade fair"].id)
    .mail_in((9, "07:05"), "<p>Please call me.</p>", "Website form", sender='"Ada <L>" <ada@soehne.example>')
    .auto_reply((9, "07:06"), "<p>Thank you, we will be in touch.</p>")
    .did((8, "09:20"), "call", priya, "First <i>call</i>")
    .change((7, "09:20"), priya, user_id=tomas.id)
    .plan(2, "call", tomas, "Second call"))
lead((4, "13:37"), "Two of a name", tomas, contact_name="Kim Doe").note((3, "10:00"), tomas, "<p>Rang, nobody there.</p>")
(lead((1, "23:50"), "Two of a name", contact_name="Kim Doe", email_from="kim@doe.example")
    .change((1, "23:52"), priya, user_id=priya.id).change((1, "23:54"), priya, user_id=False))
lead((0, "00:10"), "Not a word yet", None, partner_name="Quiet AG")
(lead((28, "12:00"), "Wrong number", priya, phone="+49 30 123456")
    .did((27, "12:00"), "call", priya)
    .lost((26, "12:00"), priya, too_expensive))
lead((45, "08:00"), "Put away", tomas).archive((44, "08:00"), tomas)

# A lead that became an opportunity keeps its number and its history.
converted = (lead((20, "09:00"), "Ladders, as seen at the fair", jutta, contact_name="Noor Haddad",
                  email_from="noor@haddad.example", partner_id=company("Haddad BV", "Noor Haddad", "noor@haddad.example").id)
             .did((19, "09:30"), "call", jutta, "First call"))
converted.act((15, "10:00"), lambda: converted.as_user(jutta).convert_opportunity(converted.record.partner_id))
# Her customer signs in to the portal to answer; a colleague who has left had written to her before.
env["res.users"].with_context(no_reset_password=True).create({
    "partner_id": converted.record.partner_id.id, "name": "Noor Haddad", "login": "noor@haddad.example",
    "group_ids": [(6, 0, [env.ref("base.group_portal").id])]})
converted.mail_out((14, "09:00"), otto, "<p>Hello Noor, shall we talk?</p>", "Ladders")
otto.active = False
converted.act((13, "18:00"), lambda: converted.record.with_context(**QUIET).message_post(
    body="<p>Yes, on Monday.</p>", message_type="comment", subtype_xmlid="mail.mt_comment", body_is_html=True,
    author_id=converted.record.partner_id.id))

# Enough of a list that it is cut into pages.
env["crm.lead"].with_context(tracking_disable=True, **QUIET).create([
    {"type": "lead", "name": "List entry %03d" % n, "user_id": (priya, tomas)[n % 2].id, "source_id": sources["Bought list"].id,
     "contact_name": "Person %03d" % n} for n in range(1, 86)])
env.cr.execute("update crm_lead set create_date = %s where name like 'List entry %%'", (moment((65, "03:00")),))

env.cr.commit()
print("\nseeded")
