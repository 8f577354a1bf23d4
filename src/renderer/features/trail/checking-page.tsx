import { useAct } from '../../app/use-call.ts'
import { Button } from '../../components/button.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'

/** One file that anybody can open in a browser to check a PDF, without this app. */
export function CheckingPage() {
  const save = useAct('report.save-verifier')
  return (
    <section>
      <h2>Let others check</h2>
      <p className="psr-quiet">One page for any browser, without a network. Give it away with a PDF: it answers there as this app does here.</p>
      <Button icon="send" className="psr-trail__file" busy={save.isPending} onClick={() => save.mutate({})}>Save the checking page</Button>
      <output>{save.data && <p className="psr-break">Saved as {save.data.fileName}.</p>}</output>
      {save.isError && <RefusalDialog error={save.error} onClose={() => save.reset()} onTryAgain={() => save.mutate({})} />}
    </section>
  )
}
