import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: products have declared attributes, a minimum price, a history, and are found in spite of typing errors; product sets and
 * complements name goods once for many promotions. Lock: product is rewritten once for the search column, about a second for
 * 100,000 products. Checked: the migrations test compares the tables with the entities; what products said of attributes is kept.
 */
export class DescribeProducts1795000030000 implements MigrationInterface {
  name = 'DescribeProducts1795000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(describeProducts);
    await runner.query(findWords);
    await runner.query(keepHistory);
    await runner.query(nameGoods);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table complement; drop table product_set_member; drop table product_set; drop table product_attribute;
      drop trigger product_past on product; drop function keep_past_product; drop table product_past;
      drop table product_word; drop function word_grams;
      drop index product_attributes; drop index product_words; drop index product_substitutes; drop index product_barcode;
      update product set attributes = undeclared || attributes;
      alter table product drop column words, drop column barcode, drop column min_price_minor,
        drop column not_discountable, drop column season, drop column status, drop column undeclared;
      create index product_words on product using gin (to_tsvector('simple', name));
    `);
  }
}

const describeProducts = `
  create table product_attribute (
    key text primary key,
    version integer not null,
    type text not null,
    unit text,
    name_ru text not null,
    name_kk text not null,
    name_en text not null,
    allowed_values text[] not null,
    updated_at timestamptz not null
  );
  alter table product
    add column barcode text,
    add column min_price_minor bigint,
    add column not_discountable boolean not null default false,
    add column season text,
    add column status text not null default 'ACTIVE',
    -- What files said of attributes that nobody has declared, or that does not fit the declaration: kept as text.
    add column undeclared jsonb not null default '{}';
  update product set undeclared = attributes, attributes = '{}' where attributes <> '{}';
  create index product_attributes on product using gin (attributes jsonb_path_ops);
  create index product_barcode on product (barcode text_pattern_ops) where barcode is not null;
  create index product_substitutes on product (substitutes_group) where substitutes_group is not null;
`;

/** Trigrams are made here: pg_trgm knows no Cyrillic letters where the database's locale is C. */
const findWords = `
  drop index product_words;
  alter table product add column words tsvector not null generated always as
    (to_tsvector('simple', name || ' ' || coalesce(brand, ''))) stored;
  create index product_words on product using gin (words);
  create function word_grams(word text) returns text[] language sql immutable strict parallel safe as $$
    select array(select distinct substr('  ' || word || ' ', place, 3) from generate_series(1, length(word) + 1) place)
  $$;
  -- Words of names and brands, to find what was meant by one that is none of them.
  create table product_word (
    word text primary key,
    grams text[] not null
  );
  create index product_word_grams on product_word using gin (grams);
  insert into product_word
    select lexeme, word_grams(lexeme) from (select distinct unnest(tsvector_to_array(words)) as lexeme from product) known
    where length(lexeme) >= 4 and lexeme !~ '[0-9]';
`;

const keepHistory = `
  -- What a product was, until when.
  create table product_past (
    sku text not null,
    revision integer not null,
    valid_until timestamptz not null,
    content jsonb not null,
    primary key (sku, revision)
  );
  create index product_past_until on product_past (sku, valid_until);
  create function keep_past_product() returns trigger language plpgsql as $$
  begin
    new.revision := old.revision + 1;
    insert into product_past values (old.sku, old.revision, new.updated_at, to_jsonb(old) - 'words');
    return new;
  end $$;
  create trigger product_past before update on product for each row execute function keep_past_product();
`;

const nameGoods = `
  create table product_set (
    id text primary key,
    version integer not null,
    name text not null,
    kind text not null,
    goods jsonb,
    updated_at timestamptz not null
  );
  create table product_set_member (
    set_id text not null references product_set (id) on delete cascade,
    sku text not null,
    primary key (set_id, sku)
  );
  create index product_set_member_sku on product_set_member (sku);
  create table complement (
    id text primary key,
    version integer not null,
    name text not null,
    goods jsonb not null,
    accessory jsonb not null,
    updated_at timestamptz not null
  );
`;
