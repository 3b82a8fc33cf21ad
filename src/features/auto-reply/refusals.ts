import { refusals } from '#kernel/refusal.ts';

export const refuse = refusals({
  'auto-reply.too-late': {
    sentence: 'The message is from hours that are over.',
    instead: 'Answer it yourself: an automatic reply would name the wrong hours.',
    status: 409,
    rule: 'auto-reply.send',
  },
  'auto-reply.not-there': {
    sentence: 'The policy asks for no automatic reply on this network.',
    instead: 'Answer the message yourself.',
    status: 409,
    rule: 'auto-reply.send',
  },
  'auto-reply.in-touch': {
    sentence: 'A person has answered them in these hours already.',
    instead: 'Go on with the conversation.',
    status: 409,
    rule: 'auto-reply.once',
  },
  'auto-reply.does-not-fit': {
    sentence: 'The network takes no message as long as this text.',
    instead: 'Shorten the words for emergencies in the policy’s data.',
    status: 409,
    rule: 'auto-reply.send',
  },
});
