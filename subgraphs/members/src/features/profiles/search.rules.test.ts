import { readSearch } from './search.rules';

const open = (text: string | null) => readSearch(text, { personalData: true, country: 'KZ' });
const masked = (text: string) => readSearch(text, { personalData: false, country: 'KZ' });

it.each([null, '', '   '])('lists everybody for %j', (text) => expect(open(text)).toBeNull());

it('reads letters as words of a name, and a code also as a card or e-mail', () => {
  expect(open('Айг Сер')).toEqual([{ by: 'name', words: ['айг', 'сер'] }]);
  expect(open('ivan')).toEqual([
    { by: 'name', words: ['ivan'] },
    { by: 'card', match: 'prefix', value: 'ivan' },
    { by: 'email', match: 'prefix', value: 'ivan' },
  ]);
});

it('reads digits as the beginning of a card or of a phone in any notation', () => {
  expect(open('8701')).toEqual([
    { by: 'card', match: 'prefix', value: '8701' },
    { by: 'phone', match: 'prefix', value: '+8701' },
    { by: 'phone', match: 'prefix', value: '+78701' },
    { by: 'phone', match: 'prefix', value: '+7701' },
  ]);
  expect(open('+7 (701)')).toEqual([{ by: 'phone', match: 'prefix', value: '+7701' }]);
});

it('reads a whole phone as that phone', () => {
  expect(open('8 701 123-45-67')).toContainEqual({ by: 'phone', match: 'exact', value: '+77011234567' });
});

it('gives contacts away in full only, without the permission for personal data', () => {
  expect(masked('8701')).toEqual([{ by: 'card', match: 'prefix', value: '8701' }]);
  expect(masked('+7701')).toEqual([]);
  expect(masked('ivan')).not.toContainEqual(expect.objectContaining({ by: 'email' }));
  expect(masked('ivan@')).toEqual([]);
  expect(masked('Ivan@Example.kz')).toEqual([{ by: 'email', match: 'exact', value: 'ivan@example.kz' }]);
  expect(masked('+77011234567')).toEqual([{ by: 'phone', match: 'exact', value: '+77011234567' }]);
});

it('finds nobody by punctuation', () => expect(open('***')).toEqual([]));
