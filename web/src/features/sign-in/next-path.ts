/** Where to go after sign-in: a path of this site, or home. Anything that could lead elsewhere is refused. */
export function nextPath(asked: string | undefined, locale: string): string {
  const home = `/${locale}`;
  if (asked === undefined || !/^\/(?![/\\])/.test(asked)) return home;
  const base = 'http://site.invalid';
  return URL.canParse(asked, base) && new URL(asked, base).origin === base ? asked : home;
}
