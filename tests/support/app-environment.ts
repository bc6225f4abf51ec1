import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { bootStrapi } from './boot-strapi';
import { distWith } from './dist-with';
import { installationOf, restoreRelease, restoreUploads } from './release-fixture';
import { databaseUrl, onDatabase, testClusterUrl } from './test-cluster';
import { TEMPLATE_DATABASE } from './test-run';

interface Options {
  adminPanel?: boolean;
  /** Environment variables for this suite's Strapi */
  env?: Record<string, string>;
  /** `false`: no Strapi, for suites that start their own processes */
  boot?: boolean;
  /** A folder laid out like src/api, with content types only for this suite */
  extraApi?: string;
  /** A folder in tests/fixtures/releases: the installation this suite starts with, created by that release */
  release?: string;
  /** A temporary folder used by nobody else: `startedApp().temporaryFolder` */
  ownTemporaryFolder?: boolean;
}

/**
 * Gives each suite a Strapi on its own database. It is booted here and not in the test file, because Jest loads all
 * modules again for each file: 2 s instead of 6 s per suite.
 */
export default class AppEnvironment extends NodeEnvironment {
  private readonly options: Options;
  private readonly database = `suite_${randomBytes(6).toString('hex')}`;
  private readonly mailFolder = join(tmpdir(), `stadtverbund-mail-${this.database}`);
  private temporaryFolder = tmpdir();
  private stop: (() => Promise<void>) | undefined;
  private readonly environmentBefore = { ...process.env };

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    this.options = config.projectConfig.testEnvironmentOptions;
  }

  override async setup(): Promise<void> {
    await super.setup();
    if (this.options.boot === false) return;
    if (this.options.ownTemporaryFolder) {
      this.temporaryFolder = mkdtempSync(join(tmpdir(), 'stadtverbund-suite-'));
      process.env['TMPDIR'] = this.temporaryFolder;
    }
    const { release } = this.options;
    const settings = release ? installationOf(release).environment : {};
    Object.assign(process.env, settings, { MAIL_DIR: this.mailFolder }, this.options.env);
    await this.createDatabase(release);
    const removeUploads = release ? restoreUploads(release) : undefined;
    const extended = this.options.extraApi ? distWith(this.options.extraApi) : undefined;
    const app = await bootStrapi(databaseUrl(this.database), {
      ...this.options,
      ...(extended ? { distDir: extended.distDir } : {}),
    });
    this.stop = async () => {
      await app.stop();
      extended?.remove();
      removeUploads?.();
    };
    Object.assign(this.global, {
      startedApp: {
        strapi: app.strapi,
        url: app.url,
        databaseUrl: app.databaseUrl,
        describeApi: app.describeApi,
        mailFolder: this.mailFolder,
        temporaryFolder: this.temporaryFolder,
      },
    });
  }

  private async createDatabase(release: string | undefined): Promise<void> {
    const origin = release ? 'template0' : `${TEMPLATE_DATABASE} strategy file_copy`;
    await onDatabase(testClusterUrl(), `create database ${this.database} template ${origin}`);
    if (release) await restoreRelease(release, databaseUrl(this.database));
  }

  override async teardown(): Promise<void> {
    await this.stop?.();
    if (this.options.boot !== false)
      await onDatabase(testClusterUrl(), `drop database if exists ${this.database} with (force)`);
    await rm(this.mailFolder, { recursive: true, force: true });
    if (this.options.ownTemporaryFolder) await rm(this.temporaryFolder, { recursive: true, force: true });
    for (const name of Object.keys(process.env))
      if (!(name in this.environmentBefore)) delete process.env[name];
    Object.assign(process.env, this.environmentBefore);
    await super.teardown();
  }
}
