import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a server answers to RCPT TO: nothing when it is content. */
export type Answer = { readonly code: number; readonly text: string } | null;

/** A real mail server on a socket, whose temper a test decides. */
export interface TestSmtpServer {
  readonly url: string;
  readonly received: Email[];
  /** Asked for every recipient. */
  answer: (recipient: string) => Answer | Promise<Answer>;
  /** Asked when a client signs in. */
  login: (user: string) => boolean;
  stop(): Promise<void>;
}

/** Starts a mail server; the same port again brings one back from the dead. */
export async function startSmtpServer(port = 0): Promise<TestSmtpServer> {
  const test: { -readonly [K in keyof TestSmtpServer]: TestSmtpServer[K] } = {
    url: '',
    received: [],
    answer: () => null,
    login: () => true,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    allowInsecureAuth: true,
    onAuth: ({ username = '' }, _session, accept) => {
      if (test.login(username)) accept(null, { user: username });
      else accept(new Error('Wrong password'));
    },
    onRcptTo: async ({ address }, _session, accept) => {
      const answer = await test.answer(address);
      accept(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null);
    },
    onData: (stream, _session, accept) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          test.received.push(mail);
          accept();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  test.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return test;
}
