/** The page could not begin: the shard was not to be reached, or the browser cannot draw. */
export function Trouble() {
  return (
    <main class="gate">
      <section class="card" role="alert">
        <h1>This did not work</h1>
        <p>
          The shard could not be reached, or this browser cannot draw the world (it needs WebGL 2). The
          console of the browser says more.
        </p>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </section>
    </main>
  );
}
