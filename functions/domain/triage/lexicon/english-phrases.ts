import type { WordList } from './word-list.ts';

/**
 * English turns of phrase that tell something else than their words do one by one (“can't wait”, “no problem”, “on hold”), with
 * `_` between the words, in the spellings that the tokens are brought to.
 */
export const englishPhrases: WordList = {
  joy: `can't_wait can_not_wait looking_forward look_forward made_my_day makes_my_day made_my_week made_my_night made_our_day
    above_and_beyond extra_mile well_done nice_work great_job good_job nice_job great_work good_work keep_it_up keep_up_the
    thumbs_up two_thumbs_up top_notch first_rate world_class best_ever the_best you_rock you_guys_rock rock_star rock_stars
    second_to_none hands_down shout_out big_up mad_props big_thanks huge_thanks couldn't_be_happier could_not_be_happier
    couldn't_be_better couldn't_have_been couldn't_have_asked couldn't_ask_for can't_beat can't_thank can't_complain
    never_disappoint never_disappoints never_fails_to never_had_a_bad never_had_a_problem never_let_me_down hall_of_fame
    saved_the_day saved_my saved_our saves_the_day life_saver game_changer dream_come_true day_maker five_stars <digit>_stars
    gold_star customer_for_life fan_for_life for_the_win class_act first_class_service by_far_the_best no_one_does_it
    over_the_moon on_cloud on_point so_happy so_excited super_excited so_pumped much_love keep_up so_proud well_played
    went_out_of restored_my_faith faith_in_humanity worth_every wouldn't_fly_any won_me_over never_going_back
    can't_stop_smiling happy_birthday happy_holidays merry_christmas give_a_raise deserves_a_raise deserve_a_raise`,
  liking: `no_problem no_problems no_worries no_complaints no_issues no_issue no_hassle no_fuss no_stress no_drama no_delays
    not_bad not_too_bad not_too_shabby not_a_problem zero_issues zero_problems zero_complaints without_a_hitch
    without_any_issues without_any_problems hassle_free stress_free on_time right_on_time ahead_of_schedule ahead_of_time
    all_good all_set all_sorted all_is_well good_to_know good_to_see good_to_hear glad_to_hear nice_to_see great_to_see
    big_fan huge_fan feel_better no_brainer pretty_cool so_cool so_kind so_sweet so_nice very_kind very_nice very_helpful
    so_helpful super_helpful so_easy super_easy super_nice happy_with pleased_with impressed_with thank_god
    thanks_to kudos_to props_to hats_to happy_customer loyal_customer long_time_customer miss_you keep_going
    have_a_great have_a_good have_a_nice enjoy_your way_better much_better so_much_better lot_better better_than_ever
    in_good_hands taken_care_of took_care_of takes_care_of take_care_of`,
  resolved: `took_care all_fixed got_it_sorted got_it_fixed got_it_back got_my_bag got_my_bags got_my_money got_my_refund
    got_through made_it made_my_connection got_home got_us_home made_it_right makes_it_right got_back_to_me figured_it_out
    figured_out worked_out working_again works_now back_up up_and_running turned_it_around turned_around came_through
    came_through_for back_online at_last in_no_time right_away straight_away within_minutes rebooked_me rebooked_us`,
  anger: `fed_up sick_of tired_of had_enough had_it_with done_with i'm_done so_done never_again last_time never_fly never_flying
    never_using never_buying never_shopping not_acceptable no_excuse no_excuses what_a_joke a_joke bad_joke total_joke is_a_joke
    get_it_together get_your_act get_your_shit wake_up step_it_up shame_on screw_you screw_this piece_of of_the_worst
    the_worst worst_ever slap_in_the how_dare how_is_this are_you_serious are_you_kidding you_kidding_me kidding_me
    come_on give_me_a_break blows_my_mind not_ok not_cool not_happy not_impressed not_amused not_good_enough
    not_right not_fair no_way_to_treat way_to_treat rip_off ripped_off ripping_off daylight_robbery waste_of_money
    waste_of_time wasted_my off_my_business lost_my_business lost_a_customer losing_a_customer lost_customer switching_to
    taking_my_business take_my_business cancel_my_account closing_my_account false_advertising bait_and_switch
    small_claims for_no_reason rude_as wish_i_could_give zero_stars one_star no_stars what_the_hell the_hell
    thanks_for_nothing thank_you_for_nothing thanks_a_lot no_thanks_to worst_service bad_service poor_service
    terrible_service horrible_service worst_experience bad_experience horrible_experience epic_fail total_fail`,
  dislike: `let_down lets_me_down letting_down let_me_down let_us_down run_around the_runaround the_run_around hung_up hang_up
    hangs_up hung_up_on no_help not_helpful not_helping not_helped no_use not_useful not_working no_clue no_idea no_sense
    makes_no_sense make_any_sense doesn't_make_sense make_it_make not_the_first nickel_and_dime not_worth too_much
    too_bad too_late so_bad so_slow so_rude very_rude very_poor very_bad no_apology not_even no_explanation no_communication
    no_information no_info no_updates no_update no_answer no_response no_reply no_one_answers no_one_cares don't_care doesn't_care
    couldn't_care_less no_thanks not_my_problem your_fault my_fault at_least pay_more paid_extra for_what your_problem
    the_least_you the_least_they do_your_job one_job bare_minimum third_time second_time <nth>_time
    fourth_time once_again yet_again yet_another and_again every_single_time every_time same_thing same_story
    same_answer copy_and_paste copy_paste customer_no_service no_customer_service what_happened_to used_to_be
    used_to_love go_downhill gone_downhill going_downhill supposed_to should_have would_have_been should_not shouldn't_have_to
    nobody_knows no_one_knows nobody_at no_one_at nobody_can no_one_can nowhere_to how_hard so_hard this_hard that_hard`,
  trouble: `not_here not_there no_show no_shows out_of_order out_of_service won't_load won't_open won't_work won't_let not_loading
    not_responding not_available not_arrived never_arrived never_came never_showed never_got never_received not_received
    didn't_arrive didn't_get didn't_come didn't_show hasn't_arrived haven't_received haven't_got can't_get can't_log can't_access
    can't_check can't_book can't_change can't_find can't_reach cannot_get cannot_log unable_to no_longer no_record no_bag
    no_bags no_luggage no_plane no_crew no_pilot no_gate no_wifi no_power no_water no_food no_signal no_service no_internet
    no_heating no_hot_water left_behind left_me left_us kicked_off booted_off sold_out timed_out ran_out ran_out_of
    fell_apart fell_off broke_down break_down broken_down shut_down locked_out logged_out signed_out double_charged charged_twice
    charged_me charged_for overcharged_me wrong_order wrong_item wrong_size wrong_bag wrong_gate wrong_city wrong_name
    missing_bag lost_bag lost_luggage lost_my lost_our damaged_my broke_my missed_my missed_our missed_connection missed_flight
    canceled_flight flight_canceled canceled_my delayed_again late_flight delayed_flight flight_delayed
    stuck_in stuck_at stuck_on stuck_here stranded_in stranded_at put_through gave_away given_away still_no`,
  waiting: `on_hold on_the_phone on_the_tarmac on_the_runway on_the_ground in_line in_a_line in_the_queue in_a_queue sat_here
    sitting_here sitting_on standing_here standing_in hours_later days_later weeks_later hours_late so_long too_long
    how_long this_long that_long long_time longer_than half_an_hour an_hour all_day all_night all_morning all_week over_an_hour
    over_a_week over_a_month and_counting no_end yet_to since_last been_waiting still_waiting waited_for call_back called_back
    over_and_over back_and_forth at_the_gate at_baggage_claim sleep_on_the slept_on sleeping_on overnight_in`,
  asking: `is_there are_there do_you can_i can_you could_you would_you how_do how_can how_much how_many how_early how_far
    what_time what_is what's_the what_are when_will when_is when_does where_can where_do where_is which_terminal is_it
    does_it any_chance any_way any_idea let_me_know looking_for i_need i'd_like would_like trying_to want_to need_to
    please_tell please_advise quick_question wondering_if anyone_know do_i am_i may_i should_i will_i will_there`,
  news: `stock_price market_share new_route new_routes new_ceo press_release breaking_news in_talks quarterly_results first_quarter
    second_quarter third_quarter fourth_quarter data_breach class_action price_target`,
  banter: `just_kidding just_saying made_me_laugh who_else you_decide what_if fun_fact true_story on_my_way wheels_up see_you
    good_morning good_night good_luck boarding_now about_to headed_to heading_to off_to so_far`,
};
