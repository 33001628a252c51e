export {
  effectsOf,
  givesPoints,
  hasControl,
  isDiscount,
  languageOf,
  readDefinition,
  sentencesOf,
} from './definition.rules';
export { toEnginePromotion } from './engine-promotion.rules';
