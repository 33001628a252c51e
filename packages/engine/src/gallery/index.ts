import { attract } from './attract';
import { bringBack } from './bring-back';
import { promote } from './promote';
import { promoteByPoints } from './promote-by-points';
import { raiseReceipt } from './raise-receipt';
import type { Template } from './template';

/** Mechanics ready to launch, by family. */
export const gallery: readonly Template[] = [...attract, ...bringBack, ...promote, ...promoteByPoints, ...raiseReceipt];

export type { Family, Golden, GoldenReceipt, Parameter, ParameterKind, ParameterValue, Template } from './template';
export { goldenProgramme } from './golden-basket';
