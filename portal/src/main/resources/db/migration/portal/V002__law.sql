-- numbers of the law and days of the calendar: data, not code

create table portal.legal_param (
  param_key text not null,
  customer_type text not null default 'ANY',
  value text not null,
  unit text not null,
  valid_from date not null,
  valid_to date,
  legal_ref text not null,
  status text not null,
  constraint legal_param_pk primary key (param_key, customer_type, valid_from),
  constraint legal_param_status_ck check (status in ('VERIFIED', 'UNVERIFIED'))
);
comment on column portal.legal_param.valid_to is 'last day on which the value holds; null while in force';
comment on column portal.legal_param.status is 'UNVERIFIED until a lawyer has confirmed value and reference';

insert into portal.legal_param (param_key, value, unit, valid_from, legal_ref, status) values
  ('cure-period', '5', 'WORKING_DAY', '2026-01-01', 'ZRU-445, 11.09.2017', 'UNVERIFIED'),
  ('appeal-window', '30', 'CALENDAR_DAY', '2026-01-01', 'ZRU-457, 08.01.2018', 'UNVERIFIED'),
  ('repeat-window', '365', 'CALENDAR_DAY', '2026-01-01', 'ZRU-445, 11.09.2017', 'UNVERIFIED'),
  ('registration-period', '1', 'WORKING_DAY', '2026-01-01', 'ZRU-445, 11.09.2017', 'VERIFIED'),
  ('forward-period', '5', 'CALENDAR_DAY', '2026-01-01', 'ZRU-445, 11.09.2017', 'UNVERIFIED'),
  ('appeal-text-minimum', '30', 'CHARACTER', '2026-01-01', 'ZRU-445, art. 6', 'UNVERIFIED'),
  ('retention-appeals', '5', 'YEAR', '2026-01-01', 'archive law', 'UNVERIFIED'),
  ('retention-access-log', '3', 'YEAR', '2026-01-01', 'ZRU-547, 02.07.2019', 'UNVERIFIED'),
  ('retention-drafts', '90', 'CALENDAR_DAY', '2026-01-01', 'ZRU-547, 02.07.2019', 'UNVERIFIED');

create table portal.calendar_year (
  year integer not null,
  status text not null,
  source text not null,
  constraint calendar_year_pk primary key (year),
  constraint calendar_year_status_ck check (status in ('OFFICIAL', 'ESTIMATED'))
);

create table portal.calendar_day (
  day date not null,
  year integer not null,
  kind text not null,
  name jsonb not null,
  is_estimated boolean not null default false,
  constraint calendar_day_pk primary key (day),
  constraint calendar_day_year_fk foreign key (year) references portal.calendar_year,
  constraint calendar_day_year_ck check (year = extract(year from day)),
  constraint calendar_day_kind_ck check (kind in ('HOLIDAY', 'WORKING_SATURDAY'))
);
comment on column portal.calendar_day.is_estimated is 'a feast whose day is announced by the moon, not yet confirmed';

insert into portal.calendar_year (year, status, source) values
  (2026, 'ESTIMATED', 'holidays of the Labour Code, transfers by decree; moon feasts estimated'),
  (2027, 'ESTIMATED', 'holidays of the Labour Code; feasts estimated, transfers by decree not yet known');

insert into portal.calendar_day (day, year, kind, is_estimated, name) values
  ('2026-01-01', 2026, 'HOLIDAY', false, '{"uz-Latn": "Yangi yil", "uz-Cyrl": "Янги йил", "ru": "Новый год", "en": "New Year"}'),
  ('2026-01-02', 2026, 'HOLIDAY', false, '{"uz-Latn": "Qoʻshimcha dam olish kuni", "uz-Cyrl": "Қўшимча дам олиш куни", "ru": "Дополнительный выходной", "en": "Additional day off"}'),
  ('2026-03-09', 2026, 'HOLIDAY', false, '{"uz-Latn": "Xotin-qizlar kuni (koʻchirilgan)", "uz-Cyrl": "Хотин-қизлар куни (кўчирилган)", "ru": "Женский день (перенос)", "en": "Women’s Day (moved)"}'),
  ('2026-03-20', 2026, 'HOLIDAY', true, '{"uz-Latn": "Roʻza hayit", "uz-Cyrl": "Рўза ҳайит", "ru": "Рамазан хайит", "en": "Ramadan Hayit"}'),
  ('2026-03-23', 2026, 'HOLIDAY', false, '{"uz-Latn": "Navroʻz (koʻchirilgan)", "uz-Cyrl": "Наврўз (кўчирилган)", "ru": "Навруз (перенос)", "en": "Navruz (moved)"}'),
  ('2026-05-11', 2026, 'HOLIDAY', false, '{"uz-Latn": "Xotira va qadrlash kuni (koʻchirilgan)", "uz-Cyrl": "Хотира ва қадрлаш куни (кўчирилган)", "ru": "День памяти и почестей (перенос)", "en": "Day of Remembrance and Honour (moved)"}'),
  ('2026-05-27', 2026, 'HOLIDAY', true, '{"uz-Latn": "Qurbon hayit", "uz-Cyrl": "Қурбон ҳайит", "ru": "Курбан хайит", "en": "Kurban Hayit"}'),
  ('2026-05-28', 2026, 'HOLIDAY', false, '{"uz-Latn": "Qoʻshimcha dam olish kuni", "uz-Cyrl": "Қўшимча дам олиш куни", "ru": "Дополнительный выходной", "en": "Additional day off"}'),
  ('2026-05-29', 2026, 'HOLIDAY', false, '{"uz-Latn": "Qoʻshimcha dam olish kuni", "uz-Cyrl": "Қўшимча дам олиш куни", "ru": "Дополнительный выходной", "en": "Additional day off"}'),
  ('2026-08-31', 2026, 'HOLIDAY', false, '{"uz-Latn": "Qoʻshimcha dam olish kuni", "uz-Cyrl": "Қўшимча дам олиш куни", "ru": "Дополнительный выходной", "en": "Additional day off"}'),
  ('2026-09-01', 2026, 'HOLIDAY', false, '{"uz-Latn": "Mustaqillik kuni", "uz-Cyrl": "Мустақиллик куни", "ru": "День независимости", "en": "Independence Day"}'),
  ('2026-10-01', 2026, 'HOLIDAY', false, '{"uz-Latn": "Oʻqituvchi va murabbiylar kuni", "uz-Cyrl": "Ўқитувчи ва мураббийлар куни", "ru": "День учителя и наставника", "en": "Teachers’ Day"}'),
  ('2026-12-08', 2026, 'HOLIDAY', false, '{"uz-Latn": "Konstitutsiya kuni", "uz-Cyrl": "Конституция куни", "ru": "День Конституции", "en": "Constitution Day"}'),
  ('2026-12-12', 2026, 'WORKING_SATURDAY', false, '{"uz-Latn": "Ish kuni qilingan shanba", "uz-Cyrl": "Иш куни қилинган шанба", "ru": "Рабочая суббота", "en": "Working Saturday"}'),
  ('2026-12-31', 2026, 'HOLIDAY', false, '{"uz-Latn": "Qoʻshimcha dam olish kuni", "uz-Cyrl": "Қўшимча дам олиш куни", "ru": "Дополнительный выходной", "en": "Additional day off"}'),
  ('2027-01-01', 2027, 'HOLIDAY', false, '{"uz-Latn": "Yangi yil", "uz-Cyrl": "Янги йил", "ru": "Новый год", "en": "New Year"}'),
  ('2027-03-08', 2027, 'HOLIDAY', false, '{"uz-Latn": "Xotin-qizlar kuni", "uz-Cyrl": "Хотин-қизлар куни", "ru": "Женский день", "en": "Women’s Day"}'),
  ('2027-03-10', 2027, 'HOLIDAY', true, '{"uz-Latn": "Roʻza hayit", "uz-Cyrl": "Рўза ҳайит", "ru": "Рамазан хайит", "en": "Ramadan Hayit"}'),
  ('2027-03-22', 2027, 'HOLIDAY', false, '{"uz-Latn": "Navroʻz (koʻchirilgan)", "uz-Cyrl": "Наврўз (кўчирилган)", "ru": "Навруз (перенос)", "en": "Navruz (moved)"}'),
  ('2027-05-10', 2027, 'HOLIDAY', false, '{"uz-Latn": "Xotira va qadrlash kuni (koʻchirilgan)", "uz-Cyrl": "Хотира ва қадрлаш куни (кўчирилган)", "ru": "День памяти и почестей (перенос)", "en": "Day of Remembrance and Honour (moved)"}'),
  ('2027-05-17', 2027, 'HOLIDAY', true, '{"uz-Latn": "Qurbon hayit (koʻchirilgan)", "uz-Cyrl": "Қурбон ҳайит (кўчирилган)", "ru": "Курбан хайит (перенос)", "en": "Kurban Hayit (moved)"}'),
  ('2027-09-01', 2027, 'HOLIDAY', false, '{"uz-Latn": "Mustaqillik kuni", "uz-Cyrl": "Мустақиллик куни", "ru": "День независимости", "en": "Independence Day"}'),
  ('2027-10-01', 2027, 'HOLIDAY', false, '{"uz-Latn": "Oʻqituvchi va murabbiylar kuni", "uz-Cyrl": "Ўқитувчи ва мураббийлар куни", "ru": "День учителя и наставника", "en": "Teachers’ Day"}'),
  ('2027-12-08', 2027, 'HOLIDAY', false, '{"uz-Latn": "Konstitutsiya kuni", "uz-Cyrl": "Конституция куни", "ru": "День Конституции", "en": "Constitution Day"}');
