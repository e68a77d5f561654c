package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NetworkPlanTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/superpod-networks.csv", useHeadersInDisplayName = true)
    void switchesAndLinksAreThoseOfTheReferenceArchitectures(int servers, int portsPerServer, int switchPorts, int leaves,
            int spines, int cores, int serverLinks, int switchLinks) {
        assertThat(NetworkPlan.of(servers * portsPerServer, switchPorts))
                .contains(new NetworkPlan(leaves, spines, cores, serverLinks, switchLinks));
    }

    @Test
    void oneSwitchDoesUpToItsPorts() {
        assertThat(NetworkPlan.of(64, 64)).contains(new NetworkPlan(1, 0, 0, 64, 0));
        assertThat(NetworkPlan.of(65, 64).orElseThrow().leaves()).isEqualTo(3);
    }

    @Test
    void everyTierCarriesWhatTheOneBelowSendsUp() {
        for (int switchPorts : new int[] {4, 8, 36, 64, 128, 144}) {
            int half = switchPorts / 2;
            NetworkPlan before = NetworkPlan.NONE;
            for (int ports = 1; ports <= Math.min(6000, half * half * switchPorts); ports++) {
                NetworkPlan plan = NetworkPlan.of(ports, switchPorts).orElseThrow();
                assertThat(plan.leaves() * (plan.spines() == 0 ? switchPorts : half)).isGreaterThanOrEqualTo(ports);
                assertThat(plan.switchPortsUsed()).isLessThanOrEqualTo(plan.switches() * switchPorts);
                assertThat(plan.switches()).isGreaterThanOrEqualTo(before.switches());
                assertThat(plan.links()).isGreaterThanOrEqualTo(before.links());
                before = plan;
            }
        }
    }

    @Test
    void nothingJoinsMorePortsThanThreeTiers() {
        assertThat(NetworkPlan.of(16, 4)).isPresent();
        assertThat(NetworkPlan.of(17, 4)).isEqualTo(Optional.empty());
    }
}
