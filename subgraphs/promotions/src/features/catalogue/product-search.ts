import type { DataSource } from 'typeorm';

/** Words of a search as a tsquery: beginnings are enough, and a word that begins none of the catalogue's stands for those most like it. */
export async function searchQuery(db: DataSource, search: string): Promise<string | null> {
  const found = search
    .slice(0, SEARCH_LENGTH_MAX)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (found === null) return null;
  const words = found.slice(0, WORDS_MAX);
  const likely = await likelyWords(
    db,
    words.filter((word) => word.length >= FUZZY_LETTERS_MIN && !/\p{N}/u.test(word)),
  );
  return words
    .map((word) => `(${[word, ...(likely.get(word) ?? [])].map((one) => `'${one}':*`).join(' | ')})`)
    .join(' & ');
}

/** What is longer is no search by hand. */
const SEARCH_LENGTH_MAX = 200;
const WORDS_MAX = 10;
/** Shorter words have too few letters to tell a typing error from another word. */
const FUZZY_LETTERS_MIN = 4;
const LIKELY_MAX = 5;
/** Share of common trigrams, among all of both words. */
const LIKENESS_MIN = 0.3;

/** For each word that begins no word of the catalogue: those that look most like it. One round trip. */
async function likelyWords(db: DataSource, words: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (words.length === 0) return new Map();
  const rows: { typed: string; likely: string[] }[] = await db.query(LIKELY, [words, LIKENESS_MIN, LIKELY_MAX]);
  return new Map(rows.map(({ typed, likely }) => [typed, likely]));
}

/** Letters and digits only get here, so that no word is a pattern. Common trigrams are counted from the index's side. */
const LIKELY = `
  select typed, array(
    select word from (
      select word, common / (cardinality(grams) + cardinality(typed_grams) - common)::real as likeness
      from (
        select known.word, known.grams,
          (select count(*) from unnest(known.grams) gram where gram = any(typed_grams)) as common
        from product_word known where known.grams && typed_grams
      ) counted
    ) ranked
    where likeness >= $2 order by likeness desc, word limit $3
  ) as likely
  from unnest($1::text[]) typed, word_grams(typed) typed_grams
  where not exists (select from product_word known where known.word >= typed and known.word like typed || '%')`;
