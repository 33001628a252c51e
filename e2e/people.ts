import { randomUUID } from 'node:crypto';
import type { GraphqlRequest } from '@adal/testkit';

/** A member as the graph tells it, for counting without segments. */
export interface Person {
  id: string;
  status: string;
  gender: string;
  birthDate: string | null;
  city: string | null;
  language: string;
  channel: string;
  registeredAt: string;
}

interface Sale {
  businessDay: string;
  lines: { quantity: string; quantityReturned: string }[];
}

const IMPORT = `mutation ($input: ImportInput!) { outcome: importMembers(input: $input) { __typename
  ... on ImportLanded { landed rejected { reason } } } }`;
const PEOPLE = `query ($after: String) { members(first: 500, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id status gender birthDate city language channel registeredAt } } } }`;
const SALES = `query ($id: ID!) { member(by: { id: $id }) { purchases(first: 200) {
  edges { node { businessDay lines { quantity quantityReturned } } } } } }`;
const ROWS_MAX = 800;
const COLUMNS = ['member_id', 'first_name', 'gender', 'birth_date', 'city', 'language', 'channel'];

/** Brings so many people in by a file: most are women of Almaty in their thirties who joined at a till. */
export async function importPeople(ask: GraphqlRequest, count: number): Promise<void> {
  const run = randomUUID();
  const rowOf = (n: number): string[] => [
    ...[`${run}-${n}`, 'Әсел', n % 12 === 0 ? 'male' : 'female', n % 13 === 0 ? '1950-05-05' : '1991-05-05'],
    ...[n % 7 === 0 ? 'Астана' : 'Алматы', n % 5 === 0 ? 'kk' : 'ru', n % 15 === 0 ? 'SITE' : 'TILL'],
  ];
  for (let first = 0; first < count; first += ROWS_MAX) {
    const rows = Array.from({ length: Math.min(ROWS_MAX, count - first) }, (_, index) => ({
      line: first + index + 2,
      values: rowOf(first + index),
    }));
    const { outcome } = await ask<{ outcome: { landed: number } }>(IMPORT, {
      input: { importId: run, columns: COLUMNS, rows },
    });
    if (outcome.landed !== rows.length) throw new Error(`Not all were imported: ${JSON.stringify(outcome)}`);
  }
}

/** Everybody whose account is not closed. */
export async function listPeople(ask: GraphqlRequest): Promise<Person[]> {
  interface Page {
    members: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Person }[] };
  }
  const people: Person[] = [];
  for (let after: string | undefined; ;) {
    const { members } = await ask<Page>(PEOPLE, { after });
    people.push(...members.edges.map(({ node }) => node).filter(({ status }) => status !== 'CLOSED'));
    if (!members.pageInfo.hasNextPage) return people;
    after = members.pageInfo.endCursor;
  }
}

/** The days on which a member bought something of which something is left. */
export async function daysOfPurchases(ask: GraphqlRequest, id: string): Promise<string[]> {
  const { member } = await ask<{ member: { purchases: { edges: { node: Sale }[] } } }>(SALES, { id });
  return member.purchases.edges
    .filter(({ node }) => node.lines.some((line) => Number(line.quantity) > Number(line.quantityReturned)))
    .map(({ node }) => node.businessDay);
}

/** The calendar day in Almaty, so many days ago. */
export function dayInAlmaty(at: Date | string, daysAgo = 0): string {
  const moved = new Date(new Date(at).getTime() - daysAgo * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty' }).format(moved);
}

/** Full years. */
export function ageOf(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthDate.slice(5) <= today.slice(5) ? years : years - 1;
}
