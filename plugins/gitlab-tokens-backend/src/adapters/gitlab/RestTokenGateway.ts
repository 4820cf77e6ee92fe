import { PersonalAccessTokens } from '@gitbeaker/rest';
import { TokenKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { z } from 'zod';
import { GatewayError } from '../../ports/GatewayError';
import {
  GitlabToken,
  IssuedToken,
  TokenGateway,
  TokenHome,
  TokenRef,
  TokenSpec,
} from '../../ports/TokenGateway';
import { parseAnswer, parseWritten } from './answers';
import { allPages } from './pages';
import { ResourceOptions } from './resourceOptions';
import { tokenAnswer, valueAnswer } from './tokenAnswers';
import { tokenResource } from './tokenResources';

/** GitLab's tokens of all kinds over its REST API. */
export class RestTokenGateway implements TokenGateway {
  readonly #resources: ResourceOptions;
  readonly #concurrency: number;
  readonly #now: () => Date;

  constructor(options: {
    resources: ResourceOptions;
    concurrency: number;
    now: () => Date;
  }) {
    this.#resources = options.resources;
    this.#concurrency = options.concurrency;
    this.#now = options.now;
  }

  async *list(home: TokenHome): AsyncGenerator<GitlabToken[]> {
    const resource = tokenResource(home, this.#resources);
    const schema = z.array(tokenAnswer(home.kind, this.#now()));
    const fetchPage = (page: number) => resource.page(page);
    for await (const { rows } of allPages(fetchPage, this.#concurrency)) {
      yield parseAnswer(schema, rows);
    }
  }

  async show(ref: TokenRef): Promise<GitlabToken> {
    const answer = await tokenResource(ref, this.#resources).show(ref.id);
    return parseAnswer(tokenAnswer(ref.kind, this.#now()), answer);
  }

  async issue(spec: TokenSpec): Promise<IssuedToken> {
    const answer = await tokenResource(spec, this.#resources).create(spec);
    return this.#issued(spec.kind, answer);
  }

  async rotate(ref: TokenRef, expiresAt: string): Promise<IssuedToken> {
    const resource = tokenResource(ref, this.#resources);
    if (!resource.rotate) {
      throw new GatewayError(
        'GATEWAY_NOT_PERMITTED',
        'GitLab cannot rotate deploy tokens; a new one has to be created and the old one deleted',
      );
    }
    const answer = await resource.rotate(ref.id, expiresAt);
    return this.#issued(ref.kind, answer);
  }

  async rotateSelf(expiresAt: string): Promise<IssuedToken> {
    const tokens = new PersonalAccessTokens(this.#resources);
    const answer = await tokens.rotate('self', { expiresAt });
    return this.#issued('personal', answer);
  }

  async revoke(ref: TokenRef): Promise<void> {
    if (!Number.isInteger(ref.id) || ref.id <= 0) {
      // gitbeaker takes an absent id for "the credential itself".
      throw new TypeError('A token to be revoked needs its id');
    }
    await tokenResource(ref, this.#resources).revoke(ref.id);
  }

  #issued(kind: TokenKind, answer: unknown): IssuedToken {
    const { token: value } = parseWritten(valueAnswer, answer);
    const token = parseWritten(tokenAnswer(kind, this.#now()), answer);
    return { token, value: Secret.of(value) };
  }
}
