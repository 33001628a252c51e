import { NOW } from '../../../test/builders';
import { ATTEMPTS_MAX, decideMessage, decideRetry, maskEmail, mayBeTold, type MessageFacts } from './message.rules';

const facts: MessageFacts = {
  contact: { status: 'ACTIVE', email: 'a@example.kz', consents: [] },
  purpose: 'TRANSACTIONAL',
  occurredAt: NOW,
  now: NOW,
};
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

describe('decideMessage', () => {
  it('queues what follows from a purchase, consent or none', () => {
    expect(decideMessage(facts)).toBe('QUEUED');
  });

  it('suppresses marketing without a consent for e-mail', () => {
    expect(decideMessage({ ...facts, purpose: 'MARKETING' })).toBe('SUPPRESSED');
    expect(decideMessage({ ...facts, purpose: 'MARKETING', contact: { ...facts.contact, consents: ['SMS'] } })).toBe(
      'SUPPRESSED',
    );
    expect(decideMessage({ ...facts, purpose: 'MARKETING', contact: { ...facts.contact, consents: ['EMAIL'] } })).toBe(
      'QUEUED',
    );
  });

  it('leaves no trace when there is nobody to tell', () => {
    expect(decideMessage({ ...facts, contact: { ...facts.contact, email: null } })).toBe('NONE');
    expect(decideMessage({ ...facts, contact: { ...facts.contact, status: 'CLOSED' } })).toBe('NONE');
  });

  it('tells nothing that is a day old, so that reading a stream again mails nobody', () => {
    expect(decideMessage({ ...facts, now: hours(24) })).toBe('QUEUED');
    expect(decideMessage({ ...facts, now: new Date(hours(24).getTime() + 1) })).toBe('NONE');
  });
});

describe('decideRetry', () => {
  const pauses = Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => decideRetry(index + 1, NOW, 0.5));

  it('waits four times as long after every try, four hours at most', () => {
    const seconds = pauses.map((at) => ((at?.getTime() ?? 0) - NOW.getTime()) / 1_000);
    expect(seconds).toEqual([5, 20, 80, 320, 1_280, 5_120, 14_400]);
  });

  it('gives up after the last try', () => {
    expect(decideRetry(ATTEMPTS_MAX, NOW, 0.5)).toBeNull();
  });

  it('spreads messages that failed together by a fifth to either side', () => {
    expect(decideRetry(1, NOW, 0)).toEqual(new Date(NOW.getTime() + 4_000));
    expect(decideRetry(1, NOW, 1)).toEqual(new Date(NOW.getTime() + 6_000));
  });
});

it('asks for a consent for marketing alone', () => {
  expect(mayBeTold('TRANSACTIONAL', { consents: [] })).toBe(true);
  expect(mayBeTold('MARKETING', { consents: ['PUSH'] })).toBe(false);
});

it('masks all of the name but its first letter', () => {
  expect(maskEmail('aigul@example.kz')).toBe('a***@example.kz');
  expect(maskEmail('a@example.kz')).toBe('a***@example.kz');
});
