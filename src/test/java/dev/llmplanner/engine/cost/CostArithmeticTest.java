package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostArithmeticTest {

    private static Money usd(double low, double typical, double high) {
        return new Money(new Range(low, typical, high), Currency.USD);
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverAdded() {
        Money yuan = new Money(Range.of(7), Currency.CNY);

        assertThatThrownBy(() -> usd(1, 1, 1).plus(yuan)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Exchange.NONE.to(Currency.USD, yuan)).isEmpty();
        assertThat(Exchange.of(7).to(Currency.USD, yuan).orElseThrow().plus(usd(1, 1, 1)).amount().typical())
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void aRangeIsInOrderAndTwoValuesHaveTheirMidpoint() {
        assertThatThrownBy(() -> new Range(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Range.between(2, 6)).isEqualTo(new Range(2, 4, 6));
        assertThat(Range.of(3)).isEqualTo(new Range(3, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 1})
    void inputAndOutputTogetherCarryTheWholeCost(double prefillShare) {
        TokenCost cost = TokenCost.of(usd(0.9, 1, 1.1), 5000, 800, OptionalDouble.of(prefillShare));

        double perSecond = (cost.input().orElseThrow().amount().typical() * 5000
                + cost.output().orElseThrow().amount().typical() * 800) / 1e6;
        assertThat(perSecond).isCloseTo(1, within(1e-12));
        assertThat(cost.outputAlone().amount().typical()).isCloseTo(1e6 / 800, within(1e-9));
        assertThat(cost.input().orElseThrow().amount().typical()).isCloseTo(prefillShare * 200, within(1e-9));
    }

    @Test
    void withoutAPrefillShareEverythingLiesOnTheOutput() {
        TokenCost cost = TokenCost.of(usd(1, 1, 1), 5000, 800, OptionalDouble.empty());

        assertThat(cost.input()).isEmpty();
        assertThat(cost.output()).isEmpty();
    }

    @Test
    void owningPaysFromTheUtilisationWhereBothCostTheSame() {
        Range utilisation = BreakEven.of(usd(1, 2, 3), usd(4, 5, 8)).orElseThrow().utilisation();

        assertThat(utilisation).isEqualTo(new Range(1.0 / 8, 2.0 / 5, 3.0 / 4));
        assertThat(BreakEven.of(usd(1, 2, 3), new Money(Range.of(1), Currency.CNY))).isEmpty();
    }

    @Test
    void whatIsComputedOfSomethingDerivedIsDerivedAndOfOnesOwnIsOnesOwn() {
        assertThat(Origin.PUBLISHED.and(Origin.DERIVED)).isEqualTo(Origin.DERIVED);
        assertThat(Origin.YOURS.and(Origin.DERIVED)).isEqualTo(Origin.YOURS);
        assertThat(Origin.PUBLISHED.and(Origin.PUBLISHED)).isEqualTo(Origin.PUBLISHED);
    }

    @Test
    void withoutAnIdleFigureTypicalPowerIsPaidAllTheTime() {
        FleetPower unknown = new FleetPower(Optional.empty(), Range.of(100), Range.of(150), Origin.PUBLISHED, Optional.empty());
        FleetPower known = new FleetPower(Optional.of(Range.of(20)), Range.of(100), Range.of(150), Origin.PUBLISHED,
                Optional.empty());

        assertThat(unknown.meanWatts(0.5)).isEqualTo(Range.of(100));
        assertThat(known.meanWatts(0.5)).isEqualTo(Range.of(60));
    }

    private static ServerFacts server(ServerFacts.Scope scope) {
        return new ServerFacts("s", scope, "a", 8, 8, Optional.empty(), OptionalInt.empty(), OptionalInt.empty(),
                Optional.empty(), 8, true, List.of());
    }

    private static Price price(PartClass part, String id, double amount) {
        return new Price(part, id, PriceUnit.PIECE, Range.of(amount), Optional.of(Currency.USD), "2026", "", Origin.PUBLISHED,
                "list", Optional.empty());
    }

    @Test
    void aBoardNeedsAHostAndAWholeServerDoesNot() {
        PriceBook book = new PriceBook(List.of(price(PartClass.SERVER, "s", 1000), price(PartClass.HOST, Price.ANY, 10)));
        CostModel model = new CostModel(book, Plant.DEFAULT);
        Fleet board = new Fleet(server(ServerFacts.Scope.BOARD), 1, Optional.empty(), List.of(), OptionalDouble.empty());
        Fleet whole = new Fleet(server(ServerFacts.Scope.COMPLETE), 1, Optional.empty(), List.of(), OptionalDouble.empty());

        assertThat(model.of(board).purchaseTotal().money().amount().typical()).isEqualTo(1080);
        assertThat(new CostModel(book, Plant.DEFAULT).of(whole).purchaseTotal().money().amount().typical()).isEqualTo(1000);
    }

    @Test
    void theSameFleetIsCostedOnce() {
        CostModel model = new CostModel(PriceBook.EMPTY, Plant.DEFAULT);
        Fleet fleet = new Fleet(server(ServerFacts.Scope.COMPLETE), 3, Optional.empty(), List.of(), OptionalDouble.empty());

        assertThat(model.of(fleet)).isSameAs(model.of(fleet));
        assertThat(model.of(fleet).perSecond().amount()).isEqualTo(Range.ZERO);
    }

    @Test
    void aPriceOfMoneyHasACurrencyAndAShareHasNone() {
        assertThatThrownBy(() -> new Price(PartClass.PUE, Price.ANY, PriceUnit.FACTOR, Range.of(1.2), Optional.of(Currency.USD),
                "", "", Origin.YOURS, "yours", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}
