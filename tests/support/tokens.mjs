// Tokens as the server signs them, and as it must not accept them.
import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function sign(secret, claims, header = { alg: 'HS256', typ: 'JWT' }) {
  const body = `${part(header)}.${part(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

export const inSeconds = (seconds) => Math.floor(Date.now() / 1000) + seconds;

export const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
