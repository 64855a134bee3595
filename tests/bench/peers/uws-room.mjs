// A room of µWebSockets with its own publish and subscribe; parses nothing. The npm package also holds a
// JavaScript fallback: the native module is loaded by name, so that only the real thing is measured.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = dirname(require.resolve('@trufflesuite/uws-js-unofficial/package.json'));
const { platform, arch, versions } = process;
const uws = require(join(root, 'binaries', `uws_${platform}_${arch}_${versions.modules}.node`));

uws
  .App()
  .ws('/*', {
    compression: uws.DISABLED,
    maxPayloadLength: 64 * 1024,
    maxBackpressure: 1024 * 1024,
    idleTimeout: 120,
    upgrade: (response, request, context) => {
      const room = new URL(`ws://peer/?${request.getQuery()}`).searchParams.get('room');
      const headers = ['key', 'protocol', 'extensions'].map((name) =>
        request.getHeader(`sec-websocket-${name}`),
      );
      response.upgrade({ room }, ...headers, context);
    },
    open: (socket) => socket.subscribe(socket.getUserData().room),
    message: (socket, bytes, isBinary) =>
      socket.publish(socket.getUserData().room, bytes, isBinary),
  })
  .listen('127.0.0.1', Number(process.argv[2]), (listening) => {
    if (!listening) process.exit(1);
  });
