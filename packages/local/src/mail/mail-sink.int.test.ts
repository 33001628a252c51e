import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailSink, type MailSink } from './mail-sink';

describe('the mail sink', () => {
  const dir = mkdtempSync(join(tmpdir(), 'adal-mail-'));
  let sink: MailSink;
  const send = (to: string, subject = 'Спасибо за покупку') =>
    createTransport(sink.smtpUrl).sendMail({
      from: 'Дала <no-reply@dala.kz>',
      to,
      subject,
      text: 'Ұпай: 12',
      html: '<b>Ұпай: 12</b>',
    });
  const get = (path: string) => fetch(`${sink.httpUrl}${path}`);

  beforeAll(async () => {
    sink = await startMailSink({ dir });
  });
  afterAll(async () => {
    await sink.stop();
    rmSync(dir, { recursive: true });
  });

  it('keeps a mail and gives it back by recipient, decoded', async () => {
    await send('Aigul@example.kz');
    await send('marat@example.kz');
    const found = await (await get('/api/messages?to=aigul@example.kz')).json();
    expect(found).toMatchObject([
      { from: 'no-reply@dala.kz', to: ['aigul@example.kz'], subject: 'Спасибо за покупку', html: '<b>Ұпай: 12</b>' },
    ]);
  });

  it('shows a mail as a page whose HTML part is isolated, and nothing of the subject runs', async () => {
    await send('xss@example.kz', '<script>alert(1)</script>');
    const [mail] = sink.mailbox.list({ to: 'xss@example.kz', limit: 1 });
    const page = await (await get(`/messages/${mail?.id}`)).text();
    expect(page).toContain('<iframe sandbox');
    expect(page).not.toContain('<script>');
    expect(await (await get(`/messages/${mail?.id}/html`)).text()).toBe('<b>Ұпай: 12</b>');
    expect(await (await get('/')).text()).toContain('&lt;script&gt;');
  });

  it('refuses busy@ for now and bounce@ for good', async () => {
    await expect(send('busy@example.kz')).rejects.toMatchObject({ responseCode: 451 });
    await expect(send('bounce@example.kz')).rejects.toMatchObject({ responseCode: 550 });
  });

  it('still has the mail after a restart', async () => {
    await send('later@example.kz');
    await sink.stop();
    sink = await startMailSink({ dir });
    expect(sink.mailbox.list({ to: 'later@example.kz', limit: 10 })).toHaveLength(1);
  });

  it('answers 404 for what is not there', async () => {
    expect((await get('/messages/none')).status).toBe(404);
  });
});
