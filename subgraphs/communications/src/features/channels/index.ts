/** How a message leaves the house. E-mail over SMTP is the first channel. */
export { smtpChannel, SEND_MS_MAX, SENDERS_MAX } from './smtp-channel';
export type { Delivery, MailChannel, OutgoingMail } from './mail-channel';
export { plainText } from './plain-text.rules';
