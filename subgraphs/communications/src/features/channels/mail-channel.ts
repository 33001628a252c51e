/** A mail as it leaves. */
export interface OutgoingMail {
  /** Stable for a message whatever the number of tries: a receiver drops the second copy by it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** Bulk mail names a way out in its headers. */
  readonly marketing: boolean;
}

/**
 * What became of a try: the server took the mail; the server refuses it whatever the number of tries; or there was no
 * answer that settles it, and another try may succeed.
 */
export type Delivery =
  | { readonly outcome: 'TAKEN' }
  | { readonly outcome: 'REFUSED'; readonly reason: string }
  | { readonly outcome: 'UNSETTLED'; readonly reason: string };

/** A way to send mail. `send` answers every failure of the network or the server as a Delivery and throws none. */
export interface MailChannel {
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}
