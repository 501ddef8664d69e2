import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** `degraded` works, with something to repair; `down` should get no traffic. */
export type HealthStatus = 'ok' | 'degraded' | 'down';
export type HealthCheck = () => Promise<Readonly<{ status: HealthStatus; why?: string }>>;
export type HealthReport = Readonly<{
  status: HealthStatus;
  checks: Readonly<Record<string, Readonly<{ status: HealthStatus; why?: string }>>>;
}>;

const worst = (statuses: readonly HealthStatus[]): HealthStatus =>
  statuses.includes('down') ? 'down' : statuses.includes('degraded') ? 'degraded' : 'ok';

/** Whether this process can do its work, asked of everyone it depends on. */
export class Health {
  private readonly checks = new Map<string, HealthCheck>();
  private draining = false;

  /** @param patience milliseconds after which a check that does not answer counts as down */
  constructor(private readonly patience = 2000) {}

  add(name: string, check: HealthCheck): this {
    this.checks.set(name, check);
    return this;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on not ready: the process is about to end. */
  drain(): void {
    this.draining = true;
  }

  async ready(): Promise<HealthReport> {
    const answers = await Promise.all([...this.checks].map(async ([name, check]) => [name, await this.ask(check)] as const));
    const checks = Object.fromEntries(
      this.draining ? [...answers, ['process', { status: 'down', why: 'draining' } as const]] : answers,
    );
    return { status: worst(Object.values(checks).map(({ status }) => status)), checks };
  }

  private async ask(check: HealthCheck) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Awaited<ReturnType<HealthCheck>>>((resolve) => {
      timer = setTimeout(() => resolve({ status: 'down', why: 'no answer' }), this.patience);
    });
    try {
      return await Promise.race([check(), late]);
    } catch (error) {
      return { status: 'down' as const, why: error instanceof Error ? error.name : 'failed' };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The figures of this process, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }

  gauge(name: string, help: string, collect: (gauge: Gauge) => Promise<void> | void, labelNames: readonly string[] = []): Gauge {
    return new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        await collect(this);
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
