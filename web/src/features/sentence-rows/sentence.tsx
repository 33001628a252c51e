'use client';

import { Fragment, type ReactNode } from 'react';
import { Word } from './number-fields';
import classes from './rows.module.css';

interface Props {
  /** Words with gaps: `the member lives in {in}`. */
  words: string;
  /** The field in a gap; undefined where a gap is none. */
  gap: (name: string) => ReactNode;
}

/** A row in words of the page's language, with a field in each of its gaps. */
export function Sentence({ words, gap }: Props) {
  return (
    <div className={classes.sentence}>
      {pieces(words).map(({ text, isGap }, index) => (
        <Fragment key={`${index} ${text}`}>{isGap ? gap(text) : <Word>{text}</Word>}</Fragment>
      ))}
    </div>
  );
}

/** A sentence taken apart into its words and the names of its gaps. */
export const pieces = (words: string): { text: string; isGap: boolean }[] =>
  words.split(/\{(\w+)\}/).map((text, index) => ({ text, isGap: index % 2 === 1 }));
