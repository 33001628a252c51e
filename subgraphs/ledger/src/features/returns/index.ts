import { readSdl } from '@adal/service';
import { resolvers } from './returns.resolvers';

/** A sale is undone, fully or partly. */
export const returns = { typeDefs: readSdl(__dirname, 'returns.graphql'), resolvers };
export { ReturnLineRow } from './return-line.entity';
export { ReturnRow } from './return.entity';
export { returnLinesLoader, returnsLoader, returnedQuantitiesLoader } from './return.loaders';
export { findPromotionsBack, findReturned } from './return.queries';
export { returnEntryOf, returnLineOf } from './return-rows.rules';
export { returnReceiptOf } from './return-receipt.rules';
export { promotionsBack } from './promotions-back.rules';
export { addParts, nothingOf, type ReturnedPart } from './return.rules';
