package dev.llmplanner.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and last values that are taken, and whose price is found. */
class PlantLimitsTest {

    private static void taken(boolean taken, ThrowingCallable made) {
        if (taken) {
            assertThatCode(made).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException().isThrownBy(made);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1, 1, 0, true", "10, 1, 1, 1, 1, true", "0.99, 0, 1, 1, 0, false", "10.01, 0, 1, 1, 0, false", "4, -0.01, 1, 1, 0, false",
        "4, 1.01, 1, 1, 0, false", "4, 0, 0, 1, 0, false", "4, 0, 1, 0, 0, false", "4, 0, 1, 1, -0.01, false", "4, 0, 1, 1, 1.01, false"})
    void aPlantRunsOneToTenYearsAndSharesAreSharesOfOne(
            double years, double residualShare, double rackWatts, int rackUnits, double busyFraction, boolean taken) {
        taken(taken, () -> new Plant(Currency.USD, Exchange.NONE, years, residualShare, rackWatts, rackUnits, OptionalDouble.empty(),
                busyFraction, false));
    }

    @ParameterizedTest
    @CsvSource({"7.2, true", "999999, true", "0, false", "-7, false", "1000000, false", "NaN, false"})
    void anExchangeRateIsAPositiveNumberBelowAMillion(double rate, boolean taken) {
        taken(taken, () -> Exchange.of(rate));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, true", "64, 2, true", "1, 1, false", "0, 1, false", "63, 1, false", "64, 0, false"})
    void aSwitchHasAnEvenNumberOfPortsAndAHeight(int ports, int rackUnits, boolean taken) {
        taken(taken, () -> new FabricFacts.Parts("switch", ports, 1, rackUnits, Optional.empty(), "cable"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
    void anAmountIsFinite(double high) {
        taken(false, () -> new Range(1, 1, high));
    }

    @Test
    void withoutInputTokensTheWholeCostLiesOnTheOutput() {
        Money perSecond = new Money(Range.of(1), Currency.USD);

        assertThat(TokenCost.of(perSecond, 0, 800, OptionalDouble.of(0.2)).input()).isEmpty();
        assertThat(TokenCost.of(perSecond, 1, 800, OptionalDouble.of(0.2)).input()).isPresent();
    }

    private static Price price(String id, Currency currency, double amount) {
        return new Price(PartClass.SERVER, id, PriceUnit.PIECE, Range.of(amount), Optional.of(currency), "", "", Origin.PUBLISHED, "list",
                Optional.empty());
    }

    private static Optional<Double> found(PriceBook book, String id, Currency preferred) {
        return book.find(PartClass.SERVER, id, preferred).map(price -> price.amount().typical());
    }

    @Test
    void theRecordsOwnPriceComesFirstThenThatOfItsClassAndThePreferredCurrencyOfTwo() {
        PriceBook book = new PriceBook(List.of(price("a", Currency.USD, 1), price("a", Currency.CNY, 7), price(Price.ANY, Currency.USD, 3)));

        assertThat(found(book, "a", Currency.USD)).contains(1.0);
        assertThat(found(book, "a", Currency.CNY)).contains(7.0);
        assertThat(found(book, "b", Currency.CNY)).contains(3.0);
        assertThat(found(book, Price.ANY, Currency.USD)).contains(3.0);
        assertThat(found(new PriceBook(List.of(price("a", Currency.USD, 1))), "b", Currency.USD)).isEmpty();
        assertThat(found(new PriceBook(List.of(price("a", Currency.USD, 1), price("a", Currency.USD, 2))), "a", Currency.USD)).contains(2.0);
    }

    @Test
    void aReadersPriceReplacesThoseOfItsRecordInBothCurrenciesAndNoOther() {
        PriceBook book = new PriceBook(List.of(price("a", Currency.USD, 1), price("a", Currency.CNY, 7), price("b", Currency.USD, 2)));

        PriceBook own = book.with(List.of(price("a", Currency.CNY, 9)));

        assertThat(own.prices()).extracting(price -> price.amount().typical()).containsExactly(2.0, 9.0);
        assertThat(found(own, "a", Currency.USD)).contains(9.0);
        assertThat(book.with(List.of())).isSameAs(book);
    }

    @Test
    void aPriceSaysWhetherItNeedsACurrency() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(PartClass.SERVER, "a", PriceUnit.PIECE, Range.of(1), Optional.empty(),
                "", "", Origin.YOURS, "", Optional.empty())).withMessageContaining("needs a currency");
        assertThatIllegalArgumentException().isThrownBy(() -> new Price(PartClass.PUE, "a", PriceUnit.FACTOR, Range.of(1),
                Optional.of(Currency.USD), "", "", Origin.YOURS, "", Optional.empty())).withMessageContaining("has no currency");
        assertThat(price("a", Currency.CNY, 7).money()).isEqualTo(new Money(Range.of(7), Currency.CNY));
    }
}
