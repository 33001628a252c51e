import type { Mail } from './mailbox';

/** The list of mail, newest first. */
export function listPage(mails: Mail[], to: string): string {
  const rows = mails.map(
    (mail) => `<tr><td><time>${escape(mail.receivedAt.slice(0, 19).replace('T', ' '))}</time></td>
      <td>${escape(mail.to.join(', '))}</td><td><a href="/messages/${escape(mail.id)}">${escape(mail.subject || '(no subject)')}</a></td></tr>`,
  );
  return page(
    'Mail',
    `<form><label>To <input name="to" type="search" value="${escape(to)}" placeholder="name@example.kz"></label> <button>Filter</button></form>
    <table><thead><tr><th>Received (UTC)</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>
    ${rows.length ? '' : '<p>No mail yet.</p>'}`,
  );
}

/** One mail: its addresses, the HTML as a reader would see it, and the plain text. */
export function mailPage(mail: Mail): string {
  const preview = mail.html
    ? `<iframe sandbox title="HTML part" src="/messages/${escape(mail.id)}/html"></iframe>`
    : '<p>No HTML part.</p>';
  return page(
    mail.subject,
    `<p><a href="/">All mail</a></p><dl><dt>From</dt><dd>${escape(mail.from)}</dd><dt>To</dt><dd>${escape(mail.to.join(', '))}</dd>
    <dt>Received</dt><dd>${escape(mail.receivedAt)}</dd></dl>${preview}<h2>Text</h2><pre>${escape(mail.text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884 }
iframe { width: 100%; height: 60vh; border: 1px solid #8884; background: #fff } pre { white-space: pre-wrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dd { margin: 0 }
</style></head><body><h1>${escape(title)}</h1>${body}</body></html>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
