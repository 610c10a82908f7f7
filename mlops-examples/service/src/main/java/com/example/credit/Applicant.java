package com.example.credit;

// snippet: record
/** Somebody who asks for a credit, as the desk knows them. */
public record Applicant(
        String checkingStatus,
        int duration,
        String creditHistory,
        String purpose,
        double creditAmount,
        String savingsStatus,
        String employment,
        int age,
        String housing) {}
// end: record
