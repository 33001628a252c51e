import type { UseFormReturnType } from '@mantine/form';
import type { PromotionForm } from './blank-promotion';

export type FormHandle = UseFormReturnType<PromotionForm>;
