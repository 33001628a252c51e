import { aMember } from '../../../test/builders';
import { startCommunications, type TestCommunications } from '../../../test/harness';
import { findContact } from './contact.queries';
import { saveContacts } from './save-contacts';

describe('saveContacts', () => {
  let communications: TestCommunications;
  beforeAll(async () => {
    communications = await startCommunications();
  });
  afterAll(() => communications.stop());

  it('keeps address, language and the channels agreed to', async () => {
    const member = aMember({
      language: 'kk',
      consents: [
        { channel: 'EMAIL', given: true },
        { channel: 'SMS', given: false },
      ],
    });
    await saveContacts(communications.db.manager, [member]);
    expect(await findContact(communications.db.manager, member.memberId)).toMatchObject({
      email: member.email,
      language: 'kk',
      consents: ['EMAIL'],
      revision: 1n,
    });
  });

  it('ends with the highest revision, whatever the order and the batches', async () => {
    const member = aMember();
    const revision = (n: number): typeof member => ({ ...member, revision: n, email: `${n}@example.kz` });
    await saveContacts(communications.db.manager, [revision(2), revision(4), revision(3)]);
    await saveContacts(communications.db.manager, [revision(1), revision(3)]);
    expect(await findContact(communications.db.manager, member.memberId)).toMatchObject({
      revision: 4n,
      email: '4@example.kz',
    });
  });
});
