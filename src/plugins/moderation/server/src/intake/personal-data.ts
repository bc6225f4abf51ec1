import type { DataSubject, PersonalData } from '#src/platform/personal-data/index';
import type { IntakeItem } from '../contract';
import { GROUND_NAMES, GROUNDS, OBJECTION } from './domain/kinds';

// Time for questions of those who reported, and for reading what was reported before.
const REPORT_DAYS = 90;
// The half year in which it can be objected to, and time to decide on that.
const NOTICE_DAYS = 240;
// Somebody who was refused may come back, or sue, within the year.
const CLAIM_DAYS = 365;
// What is published of a year can be counted again.
const COUNTED_YEARS = 5;

const OBJECTABLE = [...GROUND_NAMES.filter((name) => 'canBeObjected' in GROUNDS[name]), OBJECTION];

const WHOSE = `(i.account_id = :accountId or exists (
  select from stadtverbund.person p where p.id = i.person_id and p.email = :email))`;

const FIND_SQL = `
select i.year || '-' || i.number as number, i.kind, i.title, i.url, i.message, i.fields::text as fields, i.created_at as "createdAt",
  i.decision, i.decision_reason as "decisionReason", i.decided_at as "decidedAt"
from stadtverbund.intake i where ${WHOSE} order by i.created_at`;

/** What stays is nobody's: that something of a kind came, and what became of it. */
const EMPTIED = `person_id = null, account_id = null, message = '', fields = '{}', title = null, url = null,
  decision_reason = null, decided_by = null, decided_by_name = null, emptied_at = now()`;

const ERASE_SQL = `
update stadtverbund.intake as i set ${EMPTIED}, decision = coalesce(i.decision, 'withdrawn'),
  decided_at = coalesce(i.decided_at, now())
where ${WHOSE}`;

const EMPTY_SQL = `
update stadtverbund.intake set ${EMPTIED}
where emptied_at is null and decided_at < cast(:today as date) - case when kind = any(:objectable) then ${NOTICE_DAYS}
  when kind = 'claim' then ${CLAIM_DAYS} else ${REPORT_DAYS} end returning 1`;

const DELETE_SQL = `
delete from stadtverbund.intake
where emptied_at is not null and created_at < cast(:today as date) - interval '${COUNTED_YEARS} years' returning 1`;

const asked = ({ accountId = null, email = null }: { accountId?: number | null; email?: string | null }) => ({
  accountId,
  email,
});

/** What people told the desk. Runs before `people` is erased, which the order of names sees to. */
export const intakeData: PersonalData = {
  name: 'intake',
  what: {
    de: 'Meldungen, Ansprüche auf Betriebe und Widersprüche: Text, wer sie schickt (Konto, oder Name und E-Mail-Adresse bei den Menschen ohne Konto), Entscheidung mit Grund und wer sie traf',
    en: 'Reports, claims on businesses and objections: text, who sends them (account, or name and address with the people without an account), decision with its reason and who made it',
  },
  whose: {
    de: 'Menschen, die etwas melden oder in einer Meldung genannt werden; Betriebe im Selbsteintrag; Redaktion',
    en: 'People who report something or are named in a report; contributors; editors',
  },
  purpose: {
    de: 'Fehler und Verstöße in Einträgen finden; entscheiden, wem ein Eintrag gehört; Entscheidungen überprüfen',
    en: 'Finding errors and violations in listings; deciding whose a listing is; reviewing decisions',
  },
  legalBasis: {
    de: 'Art. 6 Abs. 1 Buchst. e oder f DSGVO, bei rechtswidrigen Inhalten Buchst. c mit Art. 16 und 17 DSA, bei Ansprüchen Buchst. b',
    en: 'GDPR Art. 6 (1) (e) or (f), for illegal content (c) with DSA Art. 16 and 17, for claims (b)',
  },
  recipients: {
    de: 'Redaktion; nie der gemeldete Betrieb',
    en: 'Editors; never the business that is reported',
  },
  deleted: {
    de: `Text und Person ${REPORT_DAYS} Tage nach der Entscheidung, bei Meldungen und Widersprüchen nach Art. 16 und 17 DSA nach ${NOTICE_DAYS} Tagen, bei Ansprüchen nach ${CLAIM_DAYS} Tagen; Art, Tage und Ausgang ohne Person nach ${COUNTED_YEARS} Jahren`,
    en: `Text and person ${REPORT_DAYS} days after the decision, for notices and objections under DSA Art. 16 and 17 after ${NOTICE_DAYS} days, for claims after ${CLAIM_DAYS} days; kind, days and outcome without the person after ${COUNTED_YEARS} years`,
  },
  tables: ['stadtverbund.intake'],
  keeps: [],
  async find(sql, who: DataSubject) {
    const rows = await sql<Record<string, unknown> & { fields: string }>(FIND_SQL, asked(who));
    return rows.map(({ fields, ...row }) => ({ ...row, ...(JSON.parse(fields) as IntakeItem['fields']) }));
  },
  async erase(sql, who: DataSubject) {
    await sql(ERASE_SQL, asked(who));
  },
  async retention(sql, today) {
    const emptied = await sql(EMPTY_SQL, { today, objectable: OBJECTABLE });
    return emptied.length + (await sql(DELETE_SQL, { today })).length;
  },
};
