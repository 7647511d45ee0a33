-- One JSON object: what the CRM's own database holds, every time in UTC milliseconds. `by` of a message is its
-- author; `user` says whether the author has an account here; `private` are lines of messages, addresses and numbers.
with
msg as (
  select m.id, m.res_id, m.date, m.message_type, m.subject, m.author_id,
         coalesce(p.name, m.email_from) as by,
         exists (select 1 from res_users u where u.partner_id = m.author_id and not u.share) as user,
         st.name as subtype, nullif(t.category, 'default') as category, t.icon, sd.name as subtype_name
    from mail_message m
    left join res_partner p on p.id = m.author_id
    left join mail_activity_type t on t.id = m.mail_activity_type_id
    left join mail_message_subtype st on st.id = m.subtype_id
    left join ir_model_data sd on sd.model = 'mail.message.subtype' and sd.res_id = m.subtype_id
   where m.model = 'crm.lead' and m.message_type <> 'user_notification'),
change as (
  select m.res_id, m.id, m.date, m.by, f.name as field,
         nullif(coalesce(v.old_value_char, v.old_value_text, v.old_value_float::text, v.old_value_integer::text), '') as "from",
         nullif(coalesce(v.new_value_char, v.new_value_text, v.new_value_float::text, v.new_value_integer::text), '') as "to"
    from mail_tracking_value v join msg m on m.id = v.mail_message_id join ir_model_fields f on f.id = v.field_id),
record as (
  select l.id, l.type, l.active, l.won_status, l.name, coalesce(pp.name, p.name, l.partner_name) as company,
         p.name as customer, l.contact_name as contact, up.name as owner, s.name as stage,
         l.expected_revenue as amount, c.name as currency, l.probability, l.date_deadline as "closeDate", src.name as source,
         (extract(epoch from l.create_date) * 1000)::bigint as "createdAt",
         (extract(epoch from l.date_closed) * 1000)::bigint as "closedAt"
    from crm_lead l
    left join res_partner p on p.id = l.partner_id
    left join res_partner pp on pp.id = p.commercial_partner_id
    left join res_users u on u.id = l.user_id left join res_partner up on up.id = u.partner_id
    left join crm_stage s on s.id = l.stage_id
    left join res_company firm on firm.id = l.company_id left join res_currency c on c.id = firm.currency_id
    left join utm_source src on src.id = l.source_id)
select json_build_object(
  'users', (select json_agg(p.name order by u.id) from res_users u join res_partner p on p.id = u.partner_id where not u.share and u.active),
  'records', (select json_agg(to_json(r) order by r.id) from record r),
  'messages', (select json_agg(json_build_object('id', m.id, 'record', m.res_id, 'at', (extract(epoch from m.date) * 1000)::bigint,
      'by', m.by, 'user', m.user, 'type', m.message_type, 'subtype', m.subtype_name, 'activity', m.icon, 'subject', m.subject,
      'notified', (select json_agg(n.notification_status) from mail_notification n where n.mail_message_id = m.id)) order by m.id) from msg m),
  'changes', (select json_agg(json_build_object('record', c.res_id, 'message', c.id, 'at', (extract(epoch from c.date) * 1000)::bigint,
      'by', c.by, 'field', c.field, 'from', c."from", 'to', c."to") order by c.id) from change c),
  'planned', (select json_agg(json_build_object('record', a.res_id, 'icon', t.icon, 'subject', a.summary,
      'due', a.date_deadline, 'by', p.name) order by a.id)
     from mail_activity a join mail_activity_type t on t.id = a.activity_type_id
     left join res_users u on u.id = a.user_id left join res_partner p on p.id = u.partner_id
    where a.res_model = 'crm.lead' and a.active),
  'private', (select json_agg(distinct t.text) from (
      select trim(line) as text from mail_message m, regexp_split_to_table(regexp_replace(m.body, '<[^>]+>', E'\n', 'g'), E'\n') line
       where m.model = 'crm.lead' and m.message_type in ('email', 'comment', 'auto_comment')
      union all select unnest(array[email_from, phone]) from crm_lead
      union all select substring(email_from from '[^<[:space:]"]+@[^>[:space:]"]+') from mail_message where model = 'crm.lead'
      union all select unnest(array[email, phone]) from res_partner) t
    where length(t.text) > 8));
