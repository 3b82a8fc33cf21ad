import { room } from '#kernel/room.ts';
import {
  connectAccount,
  disconnectAccount,
  goBlind,
  keepKeys,
  recordPoll,
  seeAgain,
} from './commands/connection.ts';
import { enterListed } from './commands/enter-listed.ts';
import { changeAccount, closeAccount, enterAccount, verifyAccount } from './commands/entries.ts';
import { connectRelay, endOldSecret, renewSecret } from './commands/relay.ts';
import { figures } from './figures.ts';
import { account } from './lifecycle.ts';
import { questions } from './queries.ts';

export const register = room({
  name: 'register',
  title: 'Register of accounts',
  lifecycles: [account],
  commands: [
    enterAccount,
    enterListed,
    changeAccount,
    verifyAccount,
    connectAccount,
    connectRelay,
    renewSecret,
    endOldSecret,
    disconnectAccount,
    closeAccount,
    recordPoll,
    keepKeys,
    goBlind,
    seeAgain,
  ],
  questions,
  figures,
  migrations: 'src/features/register/migrations',
});

export {
  account,
  connectAccount,
  connectRelay,
  renewSecret,
  endOldSecret,
  enterAccount,
  goBlind,
  keepKeys,
  recordPoll,
  seeAgain,
};
export { accountsInUse, connectedAccount, connectedAccounts, type ConnectedAccount } from './for-worker.ts';
