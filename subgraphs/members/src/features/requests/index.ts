/** A retry is answered, not done again. */
export { ClientRequest } from './client-request.entity';
export { findRequest, rememberRequest, requestKey, type RequestKey } from './client-requests';
export { decideAgainOnRace } from './decide-again';
