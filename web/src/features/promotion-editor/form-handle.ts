import type { UseFormReturnType } from '@mantine/form';
import type { PromotionForm } from './promotion-form';

export type FormHandle = UseFormReturnType<PromotionForm>;
