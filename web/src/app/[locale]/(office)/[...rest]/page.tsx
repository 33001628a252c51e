import { notFound } from 'next/navigation';

/** An address that is no page: answered inside the office, in the language of the address. */
export default function Unknown() {
  notFound();
}
