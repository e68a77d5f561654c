package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final OptionalInt UNKNOWN = OptionalInt.empty();

    /** In racks of 42 units and 40 kW, with a network of 64 ports a switch of 1 unit and 1.72 kW. */
    private static Space space(OptionalInt units, OptionalDouble watts, OptionalInt racks, int servers, boolean network) {
        Optional<ServerPower> power = watts.isPresent()
                ? Optional.of(new ServerPower(Optional.empty(), Range.of(1), Range.of(watts.getAsDouble()), Origin.DERIVED,
                        Origin.PUBLISHED)) : Optional.empty();
        ServerFacts server = new ServerFacts("s", ServerFacts.Scope.COMPLETE, "a", 8, 8, power, units, racks, Optional.empty(),
                8, true, List.of());
        Optional<FabricFacts> fabric = network ? Optional.of(new FabricFacts("f", Optional.of(
                new FabricFacts.Parts("w", 64, 1720, 1, Optional.empty(), "c")))) : Optional.empty();
        return new CostModel(PriceBook.EMPTY, Plant.DEFAULT).of(
                new Fleet(server, servers, fabric, List.of(), OptionalDouble.empty())).space();
    }

    private static Space dgx(int servers, boolean network) {
        return space(OptionalInt.of(8), OptionalDouble.of(10_200), UNKNOWN, servers, network);
    }

    @Test
    void aRackTakesServersUpToItsWatts() {
        assertThat(dgx(3, false).racks()).hasValue(1);
        assertThat(dgx(4, false).racks()).hasValue(2);
        assertThat(dgx(30, false).racks()).hasValue(10);
        assertThat(dgx(1, false).limit()).isEqualTo(Space.Limit.WATTS);
        assertThat(dgx(30, false).rackUnits()).hasValue(240);
    }

    @Test
    void aRackTakesServersUpToItsUnits() {
        Space light = space(OptionalInt.of(8), OptionalDouble.of(1000), UNKNOWN, 11, false);

        assertThat(light.racks()).hasValue(3);
        assertThat(light.limit()).isEqualTo(Space.Limit.UNITS);
    }

    @Test
    void switchesGoBesideServersWhileUnitsAndWattsAreLeft() {
        // 32 servers in 11 racks leave 9.4 kW in ten of them: five switches each; the network has 8 + 4.
        assertThat(dgx(32, true).racks()).hasValue(11);
        assertThat(dgx(32, true).rackUnits()).hasValue(32 * 8 + 12);
        // Three servers of 13 kW leave 1 kW: no switch fits, and theirs is a rack of its own.
        assertThat(space(OptionalInt.of(8), OptionalDouble.of(13_000), UNKNOWN, 3, true).racks()).hasValue(2);
    }

    @Test
    void whatIsUnknownLeavesOnlyALeastNumber() {
        Space noHeight = space(UNKNOWN, OptionalDouble.of(10_200), UNKNOWN, 7, false);
        Space nothing = space(UNKNOWN, OptionalDouble.empty(), UNKNOWN, 7, false);

        assertThat(noHeight.racks()).isEmpty();
        assertThat(noHeight.racksAtLeast()).isEqualTo(3);
        assertThat(noHeight.limit()).isEqualTo(Space.Limit.UNKNOWN);
        assertThat(nothing.racksAtLeast()).isEqualTo(1);
    }

    @Test
    void aServerBeyondARackIsSaidToBe() {
        Space space = space(OptionalInt.of(8), OptionalDouble.of(50_000), UNKNOWN, 2, false);

        assertThat(space.exceedsRack()).isTrue();
        assertThat(space.racks()).isEmpty();
        assertThat(space.racksAtLeast()).isEqualTo(2);
    }

    @Test
    void aSystemThatIsARackTakesItsOwn() {
        Space nvl72 = space(UNKNOWN, OptionalDouble.of(120_000), OptionalInt.of(1), 3, true);

        assertThat(nvl72.limit()).isEqualTo(Space.Limit.OWN_RACK);
        assertThat(nvl72.racks()).hasValue(4);
        assertThat(nvl72.exceedsRack()).isTrue();
        assertThat(space(UNKNOWN, OptionalDouble.of(39_000), OptionalInt.of(1), 3, false).exceedsRack()).isFalse();
    }

    @Test
    void whatFillsARackExactlyFitsInto() {
        assertThat(space(UNKNOWN, OptionalDouble.of(40_000), OptionalInt.of(1), 3, false).exceedsRack()).isFalse();
        assertThat(space(OptionalInt.of(8), OptionalDouble.of(40_000), UNKNOWN, 2, false).racks()).hasValue(2);
        // Five of eight units, and five of 8 kW: units are said to fill it.
        assertThat(space(OptionalInt.of(8), OptionalDouble.of(8_000), UNKNOWN, 5, false).limit()).isEqualTo(Space.Limit.UNITS);
    }

    @Test
    void aRackThatServersFillTakesNoSwitch() {
        // 80 servers of 5 kW in ten full racks: 640 ports on switches of 64 need 20 leaves and 16 spines, 23 to a rack by watts.
        assertThat(space(OptionalInt.of(5), OptionalDouble.of(5_000), UNKNOWN, 80, true).racks()).hasValue(12);
        // Four of ten units leave two: one switch a rack, be there power or not; two servers leave room for all.
        assertThat(space(OptionalInt.of(10), OptionalDouble.of(100), UNKNOWN, 4, true).racks()).hasValue(1);
        assertThat(space(OptionalInt.of(21), OptionalDouble.of(100), UNKNOWN, 2, true).racks()).hasValue(2);
    }
}
