import type { SegmentRow } from '../segment-members';

export type SegmentInvalid = Refusal<'SegmentInvalid', 'SEGMENT_INVALID'> & { readonly field: string };
export type SegmentUnknown = Refusal<'SegmentUnknown', 'SEGMENT_UNKNOWN'>;
export type SegmentChangedMeanwhile = Refusal<'SegmentChanged', 'SEGMENT_CHANGED'> & { readonly segment: SegmentRow };

interface Refusal<T extends string, C extends string> {
  readonly __typename: T;
  readonly code: C;
  readonly message: string;
}

export const segmentInvalid = (field: string, message: string): SegmentInvalid => ({
  __typename: 'SegmentInvalid',
  code: 'SEGMENT_INVALID',
  message,
  field,
});

export const segmentUnknown = (message: string): SegmentUnknown => ({
  __typename: 'SegmentUnknown',
  code: 'SEGMENT_UNKNOWN',
  message,
});

export const segmentChanged = (segment: SegmentRow): SegmentChangedMeanwhile => ({
  __typename: 'SegmentChanged',
  code: 'SEGMENT_CHANGED',
  message: `Version ${segment.version} was saved meanwhile: look at it before you save yours.`,
  segment,
});
