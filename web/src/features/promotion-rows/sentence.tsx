'use client';

import { useMessages } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Word } from './number-fields';
import classes from './rows.module.css';

interface Props {
  table: 'conditions' | 'effects' | 'goods';
  kind: string;
  /** The field in a gap; undefined where a gap is none. */
  gap: (name: string) => ReactNode;
}

/** A row in words of the page's language, with a field in each of its gaps. */
export function Sentence({ table, kind, gap }: Props) {
  const sentences: Record<string, string> = useMessages().definition[table];
  // Every second piece is the name of a gap.
  const pieces = (sentences[kind] ?? kind).split(/\{(\w+)\}/);
  return (
    <div className={classes.sentence}>
      {pieces.map((piece, index) => (
        <Fragment key={`${index} ${piece}`}>{index % 2 === 1 ? gap(piece) : <Word>{piece}</Word>}</Fragment>
      ))}
    </div>
  );
}
