import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AskedSimulation, SimulationStatus } from './simulation.rules';

/** A what-if: drafts replayed on receipts of the past. */
@Entity('simulation')
@Index('simulation_of_promotion', ['promotionId', 'createdAt', 'id'])
@Index('simulation_waiting', ['createdAt'], { where: "status in ('QUEUED', 'RUNNING')" })
export class Simulation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  /** Of the first draft. */
  @Column({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @Column({ type: 'text' })
  status!: SimulationStatus;
  @Column({ type: 'jsonb' })
  asked!: AskedSimulation;
  /** A `Scene`, as exact JSON. */
  @Column({ type: 'text' })
  scene!: string;
  /** Sums of the parts that are done, as exact JSON. */
  @Column({ type: 'text', nullable: true })
  figures!: string | null;
  /** Null until the work is divided. */
  @Column({ type: 'integer', name: 'receipts_planned', nullable: true })
  receiptsPlanned!: number | null;
  @Column({ type: 'integer', name: 'receipts_done', default: 0 })
  receiptsDone!: number;
  /** How often it was begun without coming to a part more. */
  @Column({ type: 'integer', default: 0 })
  tries!: number;
  /** Of the go at it that may change it. */
  @Column({ type: 'uuid', name: 'run_id', nullable: true })
  runId!: string | null;
  @Column({ type: 'text', name: 'author_id' })
  authorId!: string;
  @Column({ type: 'text', name: 'author_name' })
  authorName!: string;
  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;
  @Column({ type: 'timestamptz', precision: 3, name: 'started_at', nullable: true })
  startedAt!: Date | null;
  @Column({ type: 'timestamptz', precision: 3, name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** A piece of a simulation's work; gone when the simulation is over. */
@Entity('simulation_part')
export class SimulationPart {
  @PrimaryColumn({ type: 'uuid', name: 'simulation_id' })
  simulationId!: string;
  @PrimaryColumn({ type: 'integer' })
  no!: number;
  @Column({ type: 'text' })
  kind!: 'MEMBERS' | 'ANONYMOUS';
  @Column({ type: 'text' })
  begins!: string;
  @Column({ type: 'text', nullable: true })
  ends!: string | null;
  @Column({ type: 'integer' })
  receipts!: number;
  @Column({ type: 'boolean', name: 'is_done', default: false })
  isDone!: boolean;
}

/** From when on a promotion was what, in which status. Written by the table's own trigger. */
@Entity('promotion_turn')
@Index('promotion_turn_of', ['promotionId', 'seq'])
export class PromotionTurn {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq!: string;
  @Column({ type: 'uuid', name: 'promotion_id' })
  promotionId!: string;
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text' })
  status!: string;
  @Column({ type: 'boolean', name: 'is_first_known', default: false })
  isFirstKnown!: boolean;
}
