'use client';

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

interface Props {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  width?: number;
}

const debounceMs = 300;

/** A text filter: what is typed is searched when the hand rests. */
export function SearchField({ label, value, onSearch, width = 280 }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((text: string) => onSearch(text.trim()), debounceMs);
  // Cleared or changed from elsewhere (a chip, the Back button): the field follows, unless a hand is in it.
  useEffect(() => {
    const field = input.current;
    if (field !== null && field !== document.activeElement) field.value = value;
  }, [value]);
  return (
    <TextInput
      ref={input}
      type="search"
      w={{ base: '100%', xs: width }}
      label={label}
      defaultValue={value}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      onChange={(event) => search(event.currentTarget.value)}
    />
  );
}
