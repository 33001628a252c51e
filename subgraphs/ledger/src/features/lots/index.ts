export { activateLots } from './activate-lots';
export { expireLots } from './expire-lots';
export { LotRow } from './lot.entity';
export { openLotsLoader } from './lot.loaders';
export { pointDates } from './lot.rules';
export { settleWallets } from './settle-wallets';
export { settleWalletNow } from './settle-wallet-now';
