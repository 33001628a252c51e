"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ANONYMOUS = exports.ANALYST = exports.silent = exports.ZONE = void 0;
exports.freshFolder = freshFolder;
exports.openTestStore = openTestStore;
exports.startAnalytics = startAnalytics;
const node_fs_1 = require("node:fs");
const node_os_1 = require("node:os");
const node_path_1 = require("node:path");
const events_1 = require("@adal/events");
const service_1 = require("@adal/service");
Object.defineProperty(exports, "ANONYMOUS", { enumerable: true, get: function () { return service_1.ANONYMOUS; } });
const testkit_1 = require("@adal/testkit");
const graphql_1 = require("graphql");
const data_source_1 = require("../src/db/data-source");
const ingest_1 = require("../src/features/ingest");
const schema_1 = require("../src/schema");
const duckdb_store_1 = require("../src/store/duckdb/duckdb-store");
exports.ZONE = 'Asia/Almaty';
exports.silent = (0, service_1.createLogger)('test', 'silent');
/** May everything, in every store. */
exports.ANALYST = { kind: 'staff', id: 'analyst', name: 'Analyst', permissions: new Set(service_1.PERMISSIONS), storeIds: null };
/** A folder of one's own for store files. */
function freshFolder() {
    const path = (0, node_fs_1.mkdtempSync)((0, node_path_1.join)((0, node_os_1.tmpdir)(), 'adal-analytics-'));
    return { path, remove: () => (0, node_fs_1.rmSync)(path, { recursive: true, force: true }) };
}
/** An embedded store in a folder. */
function openTestStore(folder) {
    return (0, duckdb_store_1.openDuckdbStore)({ path: (0, node_path_1.join)(folder, 'analytics.duckdb'), memoryLimit: '512MB', log: exports.silent });
}
async function startAnalytics() {
    const folder = freshFolder();
    const database = await (0, testkit_1.freshDatabase)();
    const db = (0, data_source_1.analyticsDataSource)(database.url, 4);
    await (0, service_1.openDatabase)(db);
    const nats = await (0, testkit_1.freshNats)();
    const streams = await (0, events_1.connectStreams)(nats.url, 'analytics-test');
    await (0, events_1.ensureStreams)(streams.manager);
    const store = await openTestStore(folder.path);
    const ingest = (0, ingest_1.startIngest)({ store, db, log: exports.silent, zone: exports.ZONE }, streams);
    const schema = (0, schema_1.analyticsSchema)();
    const contextOf = (actor) => ({
        db, actor, store, ingest, now: new Date(), log: exports.silent, correlationId: 'test', config: { BUSINESS_TIME_ZONE: exports.ZONE },
    });
    return {
        db, nats, streams, store, ingest,
        publish: async (...events) => {
            for (const { id, subject, text } of events)
                await streams.client.publish(subject, text, { msgID: id });
        },
        execute: async (as, document, variables) => JSON.parse(JSON.stringify(await (0, graphql_1.graphql)({ schema, source: document, contextValue: contextOf(as), variableValues: variables ?? {} }))),
        stop: async () => {
            await ingest.stop();
            await store.close();
            await streams.close();
            await nats.stop();
            await db.destroy();
            await database.drop();
            folder.remove();
        },
    };
}
//# sourceMappingURL=harness.js.map