/** Plain words, no more than is so. */
export function WhatThisProves() {
  return (
    <section>
      <h2>What this proves</h2>
      <p className="psr-quiet">The trail is tamper-evident. A change made outside the app shows against any earlier PDF or backup that somebody else holds.</p>
      <details className="psr-trail__limits">
        <summary>What it does not prove</summary>
        <ul>
          <li>Somebody with the file could cut the newest events, or work the whole chain out again. Only a head held outside shows that. So give a PDF to somebody else after each sitting.</li>
          <li>It shows whose passphrase signed, not who sat at the keyboard.</li>
          <li>It shows what was recorded, not that it was done: a letter or a setting needs its own evidence.</li>
          <li>Times are those of this computer’s clock. Order is by number.</li>
        </ul>
      </details>
    </section>
  )
}
