import { ANONYMOUS, type Actor } from '@adal/service';
import type { GraphQLObjectType } from 'graphql';
import { aMember, NOW } from '../../../test/builders';
import { staff, startCommunications, type TestCommunications } from '../../../test/harness';
import { communicationsSchema } from '../../schema';
import { Message } from './message.entity';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on MessageQueued { replayed queued { id template status purpose } }
    ... on UserError { code message }
  }
}`;
const RETRY = `mutation ($id: ID!) {
  retryMessage(id: $id) {
    __typename
    ... on MessageQueued { replayed queued { status attempts nextAttemptAt } }
    ... on UserError { code message }
  }
}`;
const LIST = `query ($filter: MessageFilter, $first: Int, $after: String) {
  messages(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id recipient html status subject member { id } } }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
}

describe('messages over GraphQL', () => {
  let communications: TestCommunications;
  beforeAll(async () => {
    communications = await startCommunications();
  });
  afterAll(() => communications.stop());

  const run = async (document: string, variables: Record<string, unknown>, as: Actor = staff()) => {
    const { data, errors } = await communications.execute(as, document, variables);
    if (errors) throw errors[0] ?? new Error('No error');
    return data as Record<string, never>;
  };
  const send = async (requestId: string, memberId: string, template = 'invitation'): Promise<Record<string, unknown>> =>
    (await run(SEND, { input: { requestId, memberId, template } }))['sendMessage'] ?? {};
  const consenting = (): ReturnType<typeof communications.enrol> =>
    communications.enrol({ consents: [{ channel: 'EMAIL', given: true }] });

  describe('sendMessage', () => {
    it('queues marketing for a member who agreed to it', async () => {
      const { memberId } = await consenting();
      expect(await send('r-1', memberId)).toMatchObject({
        __typename: 'MessageQueued',
        replayed: false,
        queued: { template: 'invitation', status: 'QUEUED', purpose: 'MARKETING' },
      });
    });

    it('answers the first message when the same request comes again, one by one or at once', async () => {
      const { memberId } = await consenting();
      const answers = await Promise.all([send('r-2', memberId), send('r-2', memberId), send('r-2', memberId)]);
      answers.push(await send('r-2', memberId));
      expect(answers.map((answer) => answer['__typename'])).toEqual(Array(4).fill('MessageQueued'));
      expect(await communications.db.manager.countBy(Message, { cause: 'staff:r-2' })).toBe(1);
    });

    it('refuses a request id that meant another member', async () => {
      const [first, second] = [await consenting(), await consenting()];
      await send('r-3', first.memberId);
      expect(await send('r-3', second.memberId)).toMatchObject({ code: 'MESSAGE_ID_REUSED' });
    });

    it('refuses a template that only an event may send', async () => {
      const { memberId } = await consenting();
      expect(await send('r-4', memberId, 'receipt')).toMatchObject({ code: 'TEMPLATE_NOT_SENDABLE' });
    });

    it.each([
      ['nobody', async () => aMember().memberId],
      ['no id at all', async () => 'x'],
      ['no address', async () => (await communications.enrol({ email: null })).memberId],
      ['a closed account', async () => (await communications.enrol({ status: 'CLOSED' })).memberId],
    ])('refuses %s', async (name, memberId) => {
      expect(await send(`r-5-${name.length}`, await memberId())).toMatchObject({ code: 'RECIPIENT_UNKNOWN' });
    });

    it('refuses marketing without a consent, keeps the refusal, and never sends it', async () => {
      const { memberId } = await communications.enrol({ consents: [{ channel: 'SMS', given: true }] });
      expect(await send('r-6', memberId)).toMatchObject({ code: 'CONSENT_MISSING' });
      expect(await send('r-6', memberId)).toMatchObject({ code: 'CONSENT_MISSING' });
      expect(await communications.db.manager.findBy(Message, { memberId })).toMatchObject([
        { status: 'SUPPRESSED', nextAttemptAt: null, reason: 'No consent to marketing by e-mail' },
      ]);
    });
  });

  describe('retryMessage', () => {
    const failed = async (status: Message['status']): Promise<string> => {
      const { memberId } = await consenting();
      await send(`r-${memberId}`, memberId);
      const message = await communications.db.manager.findOneByOrFail(Message, { memberId });
      await communications.db.manager.update(
        Message,
        { id: message.id },
        { status, attempts: 8, nextAttemptAt: status === 'QUEUED' ? NOW : null },
      );
      return message.id;
    };

    it('gives a failed message all its tries back; a second call finds it there', async () => {
      const id = await failed('FAILED');
      const queued = { status: 'QUEUED', attempts: 0, nextAttemptAt: NOW.toISOString() };
      expect(await run(RETRY, { id })).toMatchObject({ retryMessage: { replayed: false, queued } });
      expect(await run(RETRY, { id })).toMatchObject({ retryMessage: { replayed: true, queued } });
    });

    it('refuses what nobody knows, and what was sent or suppressed', async () => {
      expect(await run(RETRY, { id: aMember().memberId })).toMatchObject({ retryMessage: { code: 'MESSAGE_UNKNOWN' } });
      expect(await run(RETRY, { id: await failed('SENT') })).toMatchObject({
        retryMessage: { code: 'MESSAGE_NOT_RETRIABLE' },
      });
      expect(await run(RETRY, { id: await failed('SUPPRESSED') })).toMatchObject({
        retryMessage: { code: 'MESSAGE_NOT_RETRIABLE' },
      });
    });
  });

  describe('messages', () => {
    const list = async (variables: Record<string, unknown>, as?: Actor): Promise<Page> =>
      (await run(LIST, variables, as))['messages'] ?? ({} as Page);

    it('pages through all of a member’s messages, newest first, each once', async () => {
      const { memberId } = await consenting();
      for (let count = 0; count < 5; count += 1) {
        communications.clock.advanceMs(count % 2);
        await send(`page-${memberId}-${count}`, memberId);
      }
      const seen: unknown[] = [];
      for (let after: string | null = null; ;) {
        const page: Page = await list({ filter: { memberId }, first: 2, after });
        expect(page.totalCount).toBe(5);
        seen.push(...page.edges.map((edge) => edge.node['id']));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      const rows = await communications.db.manager.find(Message, {
        where: { memberId },
        order: { queuedAt: 'DESC', id: 'DESC' },
      });
      expect(seen).toEqual(rows.map((row) => row.id));
    });

    it('shows neither address nor body to those who may not see personal data', async () => {
      const { memberId, email } = await consenting();
      await send(`pii-${memberId}`, memberId);
      const masked = await list({ filter: { memberId } }, staff('messages.read'));
      expect(masked.edges[0]?.node).toMatchObject({ recipient: `${memberId[0]}***@example.kz`, html: null });
      const full = await list({ filter: { memberId } }, staff('messages.read', 'members.pii.read'));
      expect(full.edges[0]?.node).toMatchObject({ recipient: email, member: { id: memberId } });
      expect(full.edges[0]?.node['html']).toContain('Айгуль');
    });

    it('finds by status, template and time together', async () => {
      const { memberId } = await consenting();
      await send(`f-${memberId}`, memberId);
      const at = communications.clock.now();
      const filter = { memberId, status: 'QUEUED', template: 'invitation', from: at.toISOString() };
      expect((await list({ filter })).totalCount).toBe(1);
      expect((await list({ filter: { ...filter, status: 'SENT' } })).totalCount).toBe(0);
      expect((await list({ filter: { ...filter, to: at.toISOString() } })).totalCount).toBe(0);
      expect((await list({ filter: { ...filter, memberId: 'nobody' } })).totalCount).toBe(0);
    });

    it('answers a member’s messages through the member, as the gateway asks for them', async () => {
      const { memberId } = await consenting();
      await send(`m-${memberId}`, memberId);
      const document = `query ($of: [_Any!]!) {
        _entities(representations: $of) { ... on Member { messages { totalCount edges { node { template } } } } }
      }`;
      expect(await run(document, { of: [{ __typename: 'Member', id: memberId }] })).toEqual({
        _entities: [{ messages: { totalCount: 1, edges: [{ node: { template: 'invitation' } }] } }],
      });
    });
  });

  describe('permissions', () => {
    const roots = ['Query', 'Mutation'].flatMap((name) => {
      const type = communicationsSchema().getType(name) as GraphQLObjectType;
      return Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
    });
    const calls: Record<string, string> = {
      messages: '{ messages { totalCount } }',
      message: '{ message(id: "1") { id } }',
      templates: '{ templates { key } }',
      sendMessage: 'mutation { sendMessage(input: { requestId: "1", memberId: "1", template: "t" }) { __typename } }',
      retryMessage: 'mutation { retryMessage(id: "1") { __typename } }',
    };

    it.each(roots.map((field) => field.name))('%s is closed to those without the right', async (name) => {
      const nobody: Actor = { ...staff(), permissions: new Set() };
      const { errors } = await communications.execute(nobody, calls[name] ?? '');
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
      const signedOut = await communications.execute(ANONYMOUS, calls[name] ?? '');
      expect(signedOut.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    });
  });
});
