import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { Contact } from '../features/contacts';
import { Message } from '../features/messages';
import { Store } from '../features/stores';
import { CreateCommunications1795000000000 } from './migrations/1795000000000-create-communications';

/** The data source of communications: entities and migrations; the schema is never synchronised. */
export function communicationsDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool === undefined ? {} : { pool }),
    entities: [...eventEntities, Contact, Message, Store],
    migrations: [CreateCommunications1795000000000],
  });
}
