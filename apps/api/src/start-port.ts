import { createServer } from 'node:net';

/**
 * Looks whether we may listen, before anything else is started.
 * @throws Error that says what to do
 */
export const checkPort = ({ port, host }: Readonly<{ port: number; host: string }>): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        return reject(new Error(`Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`));
      if (error.code === 'EACCES')
        return reject(new Error(`Port ${port} is not ours to listen on. Choose one above 1023 with --port.`));
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        return reject(new Error(`${host} is no address of this machine.`));
      reject(error);
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
