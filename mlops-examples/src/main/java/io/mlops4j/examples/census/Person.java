package io.mlops4j.examples.census;

import org.jspecify.annotations.Nullable;

/**
 * One person of the census of 1994, as a service that predicts incomes would know them.
 *
 * @param age in years
 * @param workclass kind of employer, if known
 * @param fnlwgt how many people this person stands for in the census
 * @param education the highest degree
 * @param educationNum the same as a number from 1 to 16
 * @param maritalStatus the marital status
 * @param occupation kind of work, if known
 * @param relationship what the person is in the family
 * @param race as the census has it
 * @param sex as the census has it
 * @param capitalGain in dollars
 * @param capitalLoss in dollars
 * @param hoursPerWeek usual hours of work
 * @param nativeCountry where the person was born, if known
 */
public record Person(
        int age,
        @Nullable String workclass,
        int fnlwgt,
        String education,
        int educationNum,
        String maritalStatus,
        @Nullable String occupation,
        String relationship,
        String race,
        String sex,
        int capitalGain,
        int capitalLoss,
        int hoursPerWeek,
        @Nullable String nativeCountry) {}
