package dev.llmplanner.planning;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.memory.MemoryPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every legal layout with what it puts on the fullest GPU, found once for all devices and loads. */
final class Layouts {

    private final Map<String, List<Inquiry.Candidate>> known = new HashMap<>();
    private final Map<String, List<ParallelLayout>> legal = new HashMap<>();

    /** The legal layouts of that many GPUs, in the order of {@link LegalLayouts}. */
    List<Inquiry.Candidate> of(Group group, int gpus) {
        String precision = group.model() + " " + group.weights() + " " + gpus;
        String key = precision + " " + group.kvCache() + " " + group.engine().code();
        List<Inquiry.Candidate> candidates = known.get(key);
        if (candidates == null) {
            candidates = new ArrayList<>();
            for (ParallelLayout layout : legal(group, gpus, precision)) {
                candidates.add(new Inquiry.Candidate(layout, MemoryPlan.Share.of(group.inquiry().deployment(layout))));
            }
            known.put(key, candidates);
        }
        return candidates;
    }

    private List<ParallelLayout> legal(Group group, int gpus, String key) {
        List<ParallelLayout> layouts = legal.get(key);
        if (layouts == null) {
            Deployment any = group.inquiry().deployment(ParallelLayout.tensor(1));
            layouts = LegalLayouts.of(any.architecture(), any.weights(), gpus);
            legal.put(key, layouts);
        }
        return layouts;
    }
}
