import { startSmtpServer, type TestSmtpServer } from '../../../test/smtp-server';
import type { MailChannel, OutgoingMail } from './mail-channel';
import { smtpChannel } from './smtp-channel';

const mail: OutgoingMail = {
  id: '0198c9a0-0000-7000-8000-000000000001',
  to: 'aigul@example.kz',
  subject: 'Сатып алуыңыз: 250 ₸',
  html: '<p>Рақмет, <b>Айгүл</b>!</p>',
  marketing: false,
};

describe('smtpChannel', () => {
  let server: TestSmtpServer;
  let channel: MailChannel;
  beforeEach(async () => {
    server = await startSmtpServer();
    channel = smtpChannel(server.url, 'Дала <no-reply@dala.example>');
  });
  afterEach(async () => {
    channel.close();
    await server.stop();
  });

  it('hands over both parts, the sender’s name and an id that no retry changes', async () => {
    expect(await channel.send(mail)).toEqual({ outcome: 'TAKEN' });
    await channel.send(mail);
    expect(server.received).toHaveLength(2);
    for (const received of server.received) {
      expect(received).toMatchObject({
        from: { name: 'Дала', address: 'no-reply@dala.example' },
        to: [{ address: 'aigul@example.kz' }],
        subject: mail.subject,
        messageId: `<${mail.id}@dala.example>`,
      });
      expect(received.html).toContain('<b>Айгүл</b>');
      expect(received.text?.trim()).toBe('Рақмет, Айгүл!');
    }
  });

  it('tells robots not to answer, and readers of marketing how to leave', async () => {
    await channel.send(mail);
    await channel.send({ ...mail, marketing: true });
    const header = (index: number, key: string): string | undefined =>
      server.received[index]?.headers.find((candidate) => candidate.key === key)?.value;
    expect(header(0, 'auto-submitted')).toBe('auto-generated');
    expect(header(1, 'list-unsubscribe')).toContain('mailto:no-reply@dala.example');
  });

  it('takes a 5xx to the recipient for the last word', async () => {
    server.answer = () => ({ code: 550, text: 'No such mailbox' });
    expect(await channel.send(mail)).toMatchObject({ outcome: 'REFUSED', reason: expect.stringContaining('550') });
  });

  it('takes a 4xx for not now', async () => {
    server.answer = () => ({ code: 451, text: 'Greylisted, come back later' });
    expect(await channel.send(mail)).toMatchObject({ outcome: 'UNSETTLED' });
  });

  it('answers that nothing is settled while the server is down, and works again when it is back', async () => {
    await channel.send(mail);
    await server.stop();
    expect(await channel.send(mail)).toMatchObject({ outcome: 'UNSETTLED' });
    server = await startSmtpServer(Number(new URL(server.url).port));
    expect(await channel.send(mail)).toEqual({ outcome: 'TAKEN' });
  });

  it('settles nothing about the mail when the login is what fails', async () => {
    channel.close();
    channel = smtpChannel(server.url.replace('//', '//user:wrong@'), 'Дала <no-reply@dala.example>');
    server.login = () => false;
    expect(await channel.send(mail)).toMatchObject({ outcome: 'UNSETTLED', reason: expect.stringContaining('EAUTH') });
  });

  it('sends to an address as it is, never to a list hidden in it', async () => {
    const delivery = await channel.send({ ...mail, to: 'a@example.kz, b@example.kz' });
    expect(server.received.flatMap((received) => received.to ?? []).length).toBeLessThanOrEqual(1);
    expect(delivery.outcome).not.toBe('UNSETTLED');
  });
});
