import { createTransport } from 'nodemailer';
import type { Delivery, MailChannel, OutgoingMail } from './mail-channel';
import { plainText } from './plain-text.rules';

/** Connections kept to the mail server, and mails sent at once. */
export const SENDERS_MAX = 4;
/** Longest time of one try, all its waits together. */
export const SEND_MS_MAX = 45_000;
const CONNECT_MS_MAX = 10_000;
const SILENCE_MS_MAX = 20_000;
const REASON_CHARS_MAX = 300;

/** Sends over pooled SMTP connections to the server of `url`, as `from` ("Name <address@domain>"). */
export function smtpChannel(url: string, from: string): MailChannel {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    pool: true,
    host: hostname,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    maxConnections: SENDERS_MAX,
    // Tries are counted and spaced by the queue alone; the pool must not repeat a mail behind its back.
    maxRequeues: 0,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return {
    send: (mail) =>
      transport
        .sendMail({
          from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          html: mail.html,
          text: plainText(mail.html),
          messageId: `<${mail.id}@${address.split('@')[1] ?? 'adal'}>`,
          headers: headersOf(mail, address),
          signal: AbortSignal.timeout(SEND_MS_MAX),
        })
        .then((): Delivery => ({ outcome: 'TAKEN' }), deliveryOfError),
    close: () => transport.close(),
  };
}

function headersOf(mail: OutgoingMail, address: string): Record<string, string> {
  if (mail.marketing) return { 'List-Unsubscribe': `<mailto:${address}?subject=unsubscribe>` };
  // Keeps out-of-office robots from answering.
  return { 'Auto-Submitted': 'auto-generated' };
}

/** What nodemailer says of a failed try. */
interface SmtpFault extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** Only a 5xx to this recipient or this body is about the mail; a 5xx to the greeting or the login is about us. */
function deliveryOfError(error: SmtpFault): Delivery {
  const reason = [error.code, error.message].filter(Boolean).join(': ').slice(0, REASON_CHARS_MAX);
  const permanent = (error.responseCode ?? 0) >= 500;
  const ofTheMail = error.command === 'RCPT TO' || error.command === 'DATA' || error.code === 'EENVELOPE';
  return { outcome: permanent && ofTheMail && error.command !== 'MAIL FROM' ? 'REFUSED' : 'UNSETTLED', reason };
}
